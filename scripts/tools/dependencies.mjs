import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { bold, green, progress, red, since } from './say.mjs';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
/** The Node 24 that comes with the dependencies, whatever Node started us. */
export const node = path.join(root, 'node_modules/node/bin/node');

const OLDEST_NODE = 20;

/** Installs what package-lock.json names, unless it is there already. Ends the process with one line when it cannot. */
export async function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(
      `Bureau needs Node ${OLDEST_NODE} or newer, this is ${process.versions.node}. Install it from nodejs.org or your distribution.`,
    );
  }
  const wanted = lockedPackages();
  if (isInstalled(wanted)) return;

  const start = performance.now();
  console.log(bold('Installing dependencies') + ' (once, and when package-lock.json changes)');
  const total = wanted.filter(([name]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(name)).length;
  const done = progress(() => `${countInstalled()} of about ${total} packages, ${since(start)}`);
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], 30 * 60_000);
  done();

  if (code !== 0 || !existsSync(node)) fail(`npm ci failed: ${explain(output)}`);
  console.log(`  ${green('✓')} Dependencies installed  ${since(start)}`);
}

/** Runs the npm that started us, else the one on PATH. */
function npm(args, limitMs) {
  const cli = process.env.npm_execpath;
  const env = { ...process.env, NODE_ENV: 'development' };
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], { cwd: root, env, limitMs })
    : run('npm', args, { cwd: root, env, limitMs });
}

/** npm writes node_modules/.package-lock.json last: when it names every locked version, the installation is whole. */
function isInstalled(wanted) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(node)) return false;

  const { packages } = JSON.parse(readFileSync(record, 'utf8'));
  return wanted.every(([name, { version, link, optional, devOptional }]) => {
    const installed = packages[name];
    if (installed === undefined) return optional === true || devOptional === true;
    return link === true || installed.version === version;
  });
}

function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([name]) => name.includes('node_modules/'));
}

/** npm makes all folders first and fills them one by one. */
function countInstalled() {
  const modules = path.join(root, 'node_modules');
  const below = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []);
  const folders = below(modules).flatMap((name) =>
    name.startsWith('@') ? below(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return folders.filter((name) => existsSync(path.join(modules, name, 'package.json'))).length;
}

function explain(output) {
  if (/ENOSPC/.test(output)) return 'the disk is full. Free about 1.5 GB and start again.';
  if (/EACCES|EPERM/.test(output)) return 'this folder is not writable for you. Give it to your user, or clone again.';
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    return 'the package registry cannot be reached. Check the network (or npm config get registry) and start again.';
  }
  const lines = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line));
  return lines.slice(0, 3).join(' ') || output.trim().split('\n').slice(-3).join(' ');
}

function fail(message) {
  console.error(`${red('✗')} ${message}`);
  process.exit(1);
}
