import type { CheckFinding, CheckStep, CheckStepName } from '@bureau/contracts';
import { Found, sentenceOf, type About } from './findings.ts';

type Side = CheckStep['side'];

export const STEPS: Record<Side, readonly CheckStepName[]> = {
  imap: ['name', 'connect', 'encryption', 'sign-in', 'folder'],
  smtp: ['name', 'connect', 'encryption', 'sign-in', 'sender'],
};

/** What a step found where it went well: a word for people, or a warning. */
export interface Went {
  message?: string;
  warning?: CheckFinding;
  /** Nothing was to be done. */
  skipped?: boolean;
  about?: About;
}

/** Takes down the steps of one side in their order, each as soon as it is known; after a failure the rest is skipped. */
export class StepTaker {
  #failed = false;
  readonly #taken = new Set<CheckStepName>();

  constructor(
    private readonly side: Side,
    private readonly tell: (step: CheckStep) => void,
  ) {}

  /** What `work` gives, or null when it, or something before it, failed. */
  async take<T extends object>(step: CheckStepName, work: () => Promise<T & Went>): Promise<T | null> {
    if (this.#failed) return null;
    const began = performance.now();
    try {
      const went = await work();
      this.#note(step, { ...stateOf(went), ms: since(began) });
      return went;
    } catch (error) {
      this.#failed = true;
      const found = error instanceof Found ? error : new Found('said', { host: '', said: String(error) });
      const { finding, about, message } = found;
      this.#note(step, { state: 'failed', finding, about, message, ms: since(began) });
      return null;
    }
  }

  /** Says of every step that was not taken that it was not. */
  finish(): void {
    const idle = { state: 'skipped', finding: null, about: {}, message: '', ms: 0 } as const;
    for (const step of STEPS[this.side]) if (!this.#taken.has(step)) this.#note(step, idle);
  }

  #note(step: CheckStepName, rest: Omit<CheckStep, 'side' | 'step'>): void {
    this.#taken.add(step);
    this.tell({ side: this.side, step, ...rest });
  }
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}

function stateOf({ message = '', warning, skipped, about = {} }: Went): Omit<CheckStep, 'side' | 'step' | 'ms'> {
  if (warning) return { state: 'warning', finding: warning, about, message: sentenceOf(warning, about) };
  return { state: skipped ? 'skipped' : 'ok', finding: null, about, message };
}
