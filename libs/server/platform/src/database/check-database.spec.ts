import { expect, inject, it } from 'vitest';
import { findDatabaseProblem } from './check-database.ts';

const changed = (change: (url: URL) => void) => {
  const url = new URL(inject('postgresUrl'));
  change(url);
  return url.href;
};

it('has nothing against a PostgreSQL that it may use', async () => {
  expect(await findDatabaseProblem(inject('postgresUrl'))).toBeUndefined();
});

it.each([
  [
    'nobody listens',
    (url: URL) => (url.port = '1'),
    /cannot be reached \(.*ECONNREFUSED.*\)\. Start it, or correct DATABASE_URL/,
  ],
  [
    'the name is unknown',
    (url: URL) => (url.hostname = 'nowhere.invalid'),
    /cannot be reached .* correct DATABASE_URL/,
  ],
  ['the password is wrong', (url: URL) => (url.password = 'wrong'), /refuses the password of "bureau"/],
  [
    'the database is not there',
    (url: URL) => (url.pathname = '/nope'),
    /has no database nope\. Create it with: createdb nope/,
  ],
])('says what to do when %s', async (_, change, message) => {
  expect(await findDatabaseProblem(changed(change))).toMatch(message);
});
