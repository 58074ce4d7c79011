// `npm run picture`: draws docs/architecture.svg from the imports as they are. With `--check` it only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise } from './tools/cruise.mjs';
import { root } from './tools/dependencies.mjs';
import { drawPicture } from './tools/draw-picture.mjs';
import { islandEdges } from './tools/island-edges.mjs';
import { green, red } from './tools/say.mjs';

const file = path.join(root, 'docs/architecture.svg');
const { modules } = await cruise();
const picture = drawPicture(islandEdges(modules));

if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, picture);
  console.log(`${green('✓')} docs/architecture.svg drawn.`);
} else if (current() !== picture) {
  console.error(
    `${red('✗')} docs/architecture.svg shows other imports than the code has. Draw it anew with: npm run picture`,
  );
  process.exitCode = 1;
}

function current() {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
