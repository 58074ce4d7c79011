import { expect, it } from 'vitest';
import { persistently } from './persistently.ts';

it('records what came of a message although the database was away for a moment', async () => {
  let attempts = 0;
  const recorded: string[] = [];
  await persistently(async () => {
    attempts++;
    if (attempts < 3) throw new Error('The database is starting up.');
    recorded.push('sent');
  }, [1, 1, 1]);
  expect(recorded).toEqual(['sent']);
});

it('says in the end that it could not', async () => {
  const work = () => Promise.reject(new Error('The database is gone.'));
  await expect(persistently(work, [1, 1])).rejects.toThrow('The database is gone.');
});
