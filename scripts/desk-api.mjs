// `npm run desk-api`: writes docs/desk-api.md out of the table of the API v2. reference.spec.ts in libs/server/desk-api keeps it true.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './tools/dependencies.mjs';
import { green } from './tools/say.mjs';

const load = (file) => runnerImport(path.join(root, 'libs/server/desk-api/src', file));
const [{ module: table }, { module: reference }] = await Promise.all([
  load('desk-routes.ts'),
  load('reference/reference-text.ts'),
]);

const file = path.join(root, 'docs/desk-api.md');
const text = reference.referenceText(table.DESK_ROUTES);
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
console.log(`${green('✓')} docs/desk-api.md written.`);
