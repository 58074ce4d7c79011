import type { CheckFinding, CheckStep, CheckStepName } from '@bureau/contracts';
import { Found, sentenceOf, type About } from './findings.ts';
import { withoutSecret } from './without-secret.ts';

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

/**
 * Takes down the steps of one side in their order, each as soon as it is known; after a failure the rest is skipped. What
 * servers said is told without the secret that they were given.
 */
export class StepTaker {
  #failed = false;
  readonly #taken = new Set<CheckStepName>();

  constructor(
    private readonly side: Side,
    private readonly manner: { secret: string; tell: (step: CheckStep) => void },
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
      const { finding, about } = found;
      this.#note(step, { state: 'failed', finding, about, message: '', ms: since(began) });
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
    const about = this.#withoutSecret(rest.about);
    const message = rest.finding === null ? rest.message : sentenceOf(rest.finding, about);
    this.manner.tell({ side: this.side, step, ...rest, about, message });
  }

  #withoutSecret(about: About): About {
    const { said } = about;
    return typeof said === 'string' ? { ...about, said: withoutSecret(said, this.manner.secret) } : about;
  }
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}

function stateOf({ message = '', warning, skipped, about = {} }: Went): Omit<CheckStep, 'side' | 'step' | 'ms'> {
  if (warning) return { state: 'warning', finding: warning, about, message: '' };
  return { state: skipped ? 'skipped' : 'ok', finding: null, about, message };
}
