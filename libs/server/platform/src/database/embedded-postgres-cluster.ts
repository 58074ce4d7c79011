import { spawn } from 'node:child_process';
import { chown, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './embedded-postgres-binaries.ts';
import { clusterIn } from './embedded-postgres-home.ts';
import { EmbeddedPostgresProblem, explainEarlyExit } from './embedded-postgres-problem.ts';
import type { RunAs } from './embedded-postgres-user.ts';

/** Name of the database and of its owner. */
export const DATABASE = 'bureau';

export interface NewCluster {
  binaries: Binaries;
  home: string;
  runAs: RunAs;
  password: string;
  durable: boolean;
}

/**
 * Creates an empty cluster: scram passwords, UTF-8, checksums, and PostgreSQL's own C.UTF-8 collation, because the order of
 * names must not depend on the machine. The database itself is created in single-user mode, before anyone can connect.
 */
export async function createCluster({ binaries, home, runAs, password, durable }: NewCluster): Promise<void> {
  const cluster = clusterIn(home);
  const passwordFile = path.join(home, 'password.new');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(passwordFile, runAs.uid, runAs.gid);

  try {
    const program = { home, runAs };
    const sync = durable ? [] : ['--no-sync'];
    await run(binaries.initdb, ['-D', cluster, `--pwfile=${passwordFile}`, ...INITDB, ...sync], program);
    await run(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
      ...program,
      input: `CREATE DATABASE ${DATABASE};\n`,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const INITDB = [
  `--username=${DATABASE}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

async function run(
  program: string,
  args: string[],
  options: { home: string; runAs: RunAs; input?: string },
): Promise<void> {
  const { home, runAs, input = '' } = options;
  const child = spawn(program, args, {
    ...runAs,
    cwd: home,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.on('error', () => undefined); // It exited without reading: the exit code tells.
  child.stdin.end(input);

  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) =>
      reject(new EmbeddedPostgresProblem(`Cannot run ${program}: ${error.message}. Run npm ci again.`)),
    );
    child.once('close', resolve);
  });
  if (code === 0 && !/ERROR:|FATAL:/.test(output)) return;

  const outcome = explainEarlyExit(output, { cluster: clusterIn(home), logFile: path.join(home, 'postgres.log') });
  throw 'problem' in outcome ? outcome.problem : new EmbeddedPostgresProblem(`${program} failed: ${output.trim()}`);
}
