import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';
import { green, progress, since } from './say.mjs';

/** Programs from Debian that the whole-system tests drive, and what cannot be shown without them. */
const PROGRAMS = [
  { package: 'chromium', paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser'], without: 'journeys in a browser' },
  { package: 'redis-server', paths: ['/usr/bin/redis-server'], without: 'jobs and realtime over Redis' },
  { package: 'dovecot-imapd', paths: ['/usr/sbin/dovecot'], without: 'fetching from a real IMAP server' },
];
const POLICY = '/usr/sbin/policy-rc.d';

/** Installs the missing ones where we may (root, or sudo without a password); tells what will be skipped where we may not. */
export async function ensureSystemPackages() {
  const missing = PROGRAMS.filter(({ paths }) => !paths.some((path) => existsSync(path)));
  if (missing.length === 0) return;

  const names = missing.map((program) => program.package);
  const reason = await install(names);
  for (const program of missing.filter(({ paths }) => !paths.some((path) => existsSync(path)))) {
    console.log(`  – ${program.package} is not here (${reason}): skipping ${program.without}.`);
    console.log(`    Install it with: sudo apt-get install ${program.package}`);
  }
}

/** Gives the reason why something may still be missing. */
async function install(names) {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian';
  const asRoot = await rootPrefix();
  if (asRoot === undefined) return 'installing needs root';

  const start = performance.now();
  const done = progress(() => `installing ${names.join(', ')}, ${since(start)}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    run(asRoot[0] ?? 'apt-get', [...asRoot.slice(1), ...(asRoot[0] ? ['apt-get'] : []), ...args], { env });
  const release = keepServicesStopped();
  try {
    await apt('update', '-q');
    const { code, output } = await apt('install', '-y', '-q', '--no-install-recommends', ...names);
    if (code !== 0) return `apt-get failed: ${output.trim().split('\n').at(-1)}`;
  } finally {
    release();
    done();
  }
  console.log(`  ${green('✓')} Installed ${names.join(', ')}  ${since(start)}`);
  return 'apt-get did not bring it';
}

async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true'], { limitMs: 10_000 });
  return code === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : undefined;
}

/** Debian starts a service on installation unless this file forbids it; the tests start their own. */
function keepServicesStopped() {
  if (process.getuid?.() !== 0 || existsSync(POLICY)) return () => undefined;
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(POLICY, { force: true });
}
