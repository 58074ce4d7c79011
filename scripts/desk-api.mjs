// `npm run desk-api`: writes docs/desk-api.md and docs/moving-from-desk.md out of the table of the API v2. reference.spec.ts in
// libs/server/desk-api keeps them true.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './tools/dependencies.mjs';
import { green } from './tools/say.mjs';

const load = (file) => runnerImport(path.join(root, 'libs/server/desk-api/src', file));
const [{ module: table }, { module: reference }, { module: moving }] = await Promise.all([
  load('desk-routes.ts'),
  load('reference/reference-text.ts'),
  load('reference/moving-text.ts'),
]);

const pages = {
  'docs/desk-api.md': reference.referenceText(table.DESK_ROUTES),
  'docs/moving-from-desk.md': moving.movingText(table.DESK_ROUTES),
};
for (const [name, text] of Object.entries(pages)) {
  const file = path.join(root, name);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`${green('✓')} ${name} written.`);
}
