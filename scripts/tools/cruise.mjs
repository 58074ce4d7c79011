import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { run } from './run.mjs';

/** Reads every import below `folder` and holds it against the fences. Gives dependency-cruiser's own result. */
export async function cruise(folder = root) {
  const result = path.join(folder, 'node_modules', `.fences-${process.pid}.json`);
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    cli,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    '--output-to',
    result,
    'apps',
    'libs',
  ];

  const { output } = await run(node, args, { cwd: folder, limitMs: 120_000 });
  try {
    return JSON.parse(readFileSync(result, 'utf8'));
  } catch {
    throw new Error(`dependency-cruiser gave no result: ${output}`);
  } finally {
    rmSync(result, { force: true });
  }
}
