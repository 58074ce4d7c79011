import { isFigure, isFlag, isOneOf, isRecordOf, orNull } from '@bureau/client';
import type { Situation } from './ways-to-call.ts';

/** What one window says about itself. */
type Window = Omit<Situation, 'isAvailable' | 'openCases'> & { caseId: number | null };

const hasAsked = isRecordOf<{ kind: 'asked'; id: number }>({ kind: isOneOf(['asked']), id: isFigure });
const hasAnswered = isRecordOf<{ kind: 'answered'; id: number; window: Window }>({
  kind: isOneOf(['answered']),
  id: isFigure,
  window: isRecordOf<Window>({ isWriting: isFlag, isInFront: isFlag, caseId: orNull(isFigure) }),
});

/** Milliseconds that the other windows have to say what they do. */
const PATIENCE = 200;
/** Milliseconds for which no other window calls for the same thing. */
const HOLD = 3_000;

/** All windows of this browser that show the console: they know of each other, and only one of them calls. */
export class Windows {
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('bureau.calls') : null;
  private readonly answers = new Map<number, Window[]>();

  constructor(private readonly own: () => Window) {
    this.channel?.addEventListener('message', ({ data }) => this.hear(data));
  }

  /** Runs `call` in one window only, with what all of them do. */
  async callOnce(id: number, call: (all: Omit<Situation, 'isAvailable'>) => void): Promise<void> {
    const run = async () => {
      call(await this.gather(id));
      await pause(HOLD);
    };
    // Without TLS there are no locks; then each window is the only one as far as it knows.
    const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
    if (!locks) return run();
    await locks.request(`bureau.call.${id}`, { ifAvailable: true }, (lock) => (lock ? run() : undefined));
  }

  close(): void {
    this.channel?.close();
  }

  private async gather(id: number): Promise<Omit<Situation, 'isAvailable'>> {
    const answers: Window[] = [this.own()];
    this.answers.set(id, answers);
    this.channel?.postMessage({ kind: 'asked', id });
    if (this.channel) await pause(PATIENCE);
    this.answers.delete(id);
    return {
      isWriting: answers.some(({ isWriting }) => isWriting),
      isInFront: answers.some(({ isInFront }) => isInFront),
      openCases: answers.flatMap(({ caseId, isInFront }) => (caseId !== null && isInFront ? [caseId] : [])),
    };
  }

  private hear(data: unknown): void {
    if (hasAsked(data)) this.channel?.postMessage({ kind: 'answered', id: data.id, window: this.own() });
    if (hasAnswered(data)) this.answers.get(data.id)?.push(data.window);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
