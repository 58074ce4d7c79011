import { execFileSync } from 'node:child_process';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';

/** Whom PostgreSQL runs as; undefined fields mean "whoever we are". */
export interface RunAs {
  uid?: number;
  gid?: number;
}

const OWN_USER = 'bureau';

/**
 * PostgreSQL refuses uid 0. Root therefore hands it to an unprivileged system user: `postgres` when the machine has one,
 * else `bureau` (created when possible), else `nobody`.
 */
export function unprivilegedUser(): Required<RunAs> {
  const user = find('postgres') ?? find(OWN_USER) ?? create() ?? find('nobody');
  if (user !== undefined) return user;

  throw new EmbeddedPostgresProblem(
    'PostgreSQL cannot run as root and this machine has no other user for it. Create one with: useradd --system bureau',
  );
}

/** True when this process is root, on systems that know the notion. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function find(name: string): Required<RunAs> | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function create(): Required<RunAs> | undefined {
  const ways: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', OWN_USER],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_USER]],
  ];

  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return find(OWN_USER);
    } catch {
      continue;
    }
  }
  return undefined;
}
