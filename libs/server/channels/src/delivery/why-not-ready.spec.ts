import { describe, expect, it } from 'vitest';
import { PasswordUnreadable } from '../mailbox/mail-passwords.ts';
import { isServerTrouble, judgeHandOver } from './judge-hand-over.ts';
import { MailNotComposed, whyNotReady } from './why-not-ready.ts';

describe('a mail that is not ready to leave', () => {
  it.each([
    { what: 'makes no mail', error: new MailNotComposed(new Error('bad')), means: 'failed', isServers: false },
    { what: 'lacks its password', error: new PasswordUnreadable(), means: 'later', isServers: true },
    { what: 'cannot be read now', error: new Error('The database is away.'), means: 'later', isServers: false },
  ])('is $means when it $what', ({ error, means, isServers }) => {
    const handOver = whyNotReady(error);
    expect(judgeHandOver(handOver)).toBe(means);
    expect(isServerTrouble(handOver)).toBe(isServers);
    expect(handOver.words).toContain(error.message);
  });
});
