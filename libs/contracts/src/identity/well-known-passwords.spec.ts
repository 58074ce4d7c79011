import { describe, expect, it } from 'vitest';
import { isWellKnownPassword } from './well-known-passwords.ts';

describe('a password that everybody knows', () => {
  it.each([
    ...['adminadmin', 'Administrator1', 'Password123!', 'P@ssw0rd2026', '1234567890', '12.34-56.78', 'aaaaaaaaaaaa'],
    ...['qwertyuiop', 'changeme-2026', 'Welcome2026!', 'helpdesk12345', 'secret secret'],
  ])('is %s', (password) => expect(isWellKnownPassword(password)).toBe(true));

  it.each(['a long enough phrase', 'correct horse battery', 'Zk4-9pTq-01xm', 'my admin password is long'])(
    'is not %s',
    (password) => expect(isWellKnownPassword(password)).toBe(false),
  );
});
