// `npm run catalogue`: writes docs/conditions-and-actions.md out of the vocabulary. catalogue.spec.mjs keeps it true.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { catalogueText } from './tools/catalogue-text.mjs';
import { root } from './tools/dependencies.mjs';
import { green } from './tools/say.mjs';

const file = path.join(root, 'docs/conditions-and-actions.md');
writeFileSync(file, await format(catalogueText(), { ...(await resolveConfig(file)), filepath: file }));
console.log(`${green('✓')} docs/conditions-and-actions.md written.`);
