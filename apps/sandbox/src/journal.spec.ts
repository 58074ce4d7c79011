import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Journal } from './journal.ts';
import { newFolder } from './testing/desk.ts';

const Fact = z.object({ n: z.number() });

it('skips a line that a crash tore, and keeps the ones around it', () => {
  const file = join(newFolder(), 'facts.jsonl');
  new Journal(file, Fact).note({ n: 1 });
  appendFileSync(file, '{"n":');

  const journal = new Journal(file, Fact);
  journal.note({ n: 2 });

  expect(journal.facts()).toEqual([{ n: 1 }, { n: 2 }]);
});
