import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LogFile } from './log-file.ts';
import { SupervisedProcess } from './supervised-process.ts';

let folder = '';
let log: LogFile;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bureau-supervised-'));
  log = new LogFile(folder, 'child');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  log.close();
  await rm(folder, { recursive: true, force: true });
});

/** A process that appends its number to a file and then does as told. */
async function supervise(code: string): Promise<{ child: SupervisedProcess; pids: () => Promise<number[]> }> {
  const script = path.join(folder, 'child.mjs');
  const list = path.join(folder, 'pids');
  await writeFile(
    script,
    `import { appendFileSync } from 'node:fs'; appendFileSync('${list}', process.pid + '\\n'); ${code}`,
  );
  const pids = async () => (await readFile(list, 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number);
  const notReady = async () => ((await pids()).length > 0 ? undefined : 'not yet');

  return { child: new SupervisedProcess({ name: 'The child', script, env: process.env, log, notReady }), pids };
}

it('starts a process again that was killed', async () => {
  const { child, pids } = await supervise('setInterval(() => {}, 1000);');
  await child.start();
  process.kill((await pids())[0] ?? 0, 'SIGKILL');

  await vi.waitFor(async () => expect(await pids()).toHaveLength(2), { timeout: 5_000 });
  await child.stop();
});

it('leaves a process alone that was asked to stop', async () => {
  const { child, pids } = await supervise('setInterval(() => {}, 1000);');
  await child.start();
  await child.stop();

  const [pid = 0, ...more] = await pids();
  expect(more).toEqual([]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('says why a process did not start', async () => {
  const script = path.join(folder, 'broken.mjs');
  await writeFile(script, `console.error('Cannot find the mailbox'); process.exit(3);`);
  const notReady = async () => 'not yet';
  const child = new SupervisedProcess({ name: 'The child', script, env: process.env, log, notReady });

  await expect(child.start()).rejects.toThrow('The child did not start (exit code 3). Cannot find the mailbox.');
});

it('takes its processes with it when it is killed itself', async () => {
  const { pids } = await supervise('setInterval(() => {}, 1000);');
  const launcher = path.join(folder, 'launcher.mjs');
  const module = path.join(import.meta.dirname, 'supervised-process.ts');
  await writeFile(
    launcher,
    `import { SupervisedProcess } from '${module}';
     const log = { write() {}, forget() {}, file: '' };
     await new SupervisedProcess({ name: 'x', script: '${folder}/child.mjs', env: process.env, log, notReady: async () => undefined }).start();`,
  );
  const supervisor = spawn(process.execPath, [launcher], { stdio: 'inherit' });
  await vi.waitFor(async () => expect(await pids()).toHaveLength(1), { timeout: 5_000 });

  supervisor.kill('SIGKILL');
  await once(supervisor, 'exit');
  const [child = 0] = await pids();
  await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow('ESRCH'), { timeout: 5_000 });
});
