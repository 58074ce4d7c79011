import { spawn } from 'node:child_process';
import type { LogFile } from './log-file.ts';
import { StartProblem } from './problem.ts';

/** Runs one command of `cli.js` to its end. @throws {StartProblem} with what it complained about. */
export async function runCommand(input: {
  name: string;
  script: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  log: LogFile;
}): Promise<void> {
  const { name, script, args, env, log } = input;
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  log.forget();
  child.stdout.on('data', (chunk: Buffer) => log.write(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.write(chunk));

  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new StartProblem(`${name} failed: ${log.lastComplaint() ?? `exit code ${code}`}. Its log is ${log.file}.`);
}
