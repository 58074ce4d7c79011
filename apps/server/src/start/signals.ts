import type { Desk } from './desk.ts';
import { grey, say } from './terminal.ts';

/** One Ctrl-C arrives several times: from the terminal, from npm, from the script that started us. */
const SAME_KEYPRESS_MS = 1_000;

/** The first Ctrl-C (or SIGTERM) stops everything in order, a second one kills what is left. */
export function stopOnSignals(desk: Desk): void {
  let firstAt: number | undefined;

  const onSignal = () => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      say(grey('\n  Stopping … (Ctrl-C again to force)'));
      void desk.stop().then(
        () => leave('Stopped.'),
        () => process.exit(1),
      );
    } else if (now - firstAt > SAME_KEYPRESS_MS) {
      say(grey('  Forced.'));
      void desk.stop(true).finally(() => process.exit(1));
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

function leave(words: string): void {
  say(grey(`  ${words}`));
  process.exit(0);
}
