import { Desk } from './desk.ts';
import { startDevelopment } from './development.ts';
import { StartProblem } from './problem.ts';
import { readSettings } from './settings.ts';
import { stopOnSignals } from './signals.ts';
import { welcome } from './table.ts';
import { bold, red, say } from './terminal.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  const desk = new Desk(settings);
  stopOnSignals(desk);
  say(bold('Bureau'));
  await startOrStop(desk);
} catch (error) {
  giveUp(error);
}

async function startOrStop(desk: Desk): Promise<void> {
  try {
    await desk.start();
    if (desk.settings.dev) await startDevelopment(desk);
    for (const line of await welcome(desk.settings)) say(line);
  } catch (error) {
    await desk.stop();
    throw error;
  }
}

/** One line for a person; a stack trace only for what nobody foresaw. */
function giveUp(error: unknown): never {
  const foreseen = error instanceof StartProblem;
  const words = error instanceof Error ? (foreseen ? error.message : `${error.stack}`) : String(error);
  process.stderr.write(`${red('✗')} ${words}\n`);
  process.exit(1);
}
