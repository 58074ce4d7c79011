import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { catalogueText } from './tools/catalogue-text.mjs';
import { root } from './tools/dependencies.mjs';

it('the page about conditions and actions says what the program knows: write it anew with npm run catalogue', async () => {
  const file = path.join(root, 'docs/conditions-and-actions.md');
  const written = await format(catalogueText(), { ...(await resolveConfig(file)), filepath: file });
  expect(readFileSync(file, 'utf8')).toBe(written);
});
