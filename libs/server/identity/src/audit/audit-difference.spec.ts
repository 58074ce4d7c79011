import { describe, expect, it } from 'vitest';
import { differenceOf } from './audit-difference.ts';

describe('what the audit log keeps of a change', () => {
  it('is the fields that differ, before and after', () => {
    expect(differenceOf({ name: 'Billing', position: 1 }, { name: 'Invoices', position: 1 })).toEqual({
      before: { name: 'Billing' },
      after: { name: 'Invoices' },
    });
  });

  it('is nothing when nothing differs', () => {
    expect(differenceOf({ labels: ['a', 'b'] }, { labels: ['a', 'b'] })).toBeNull();
  });

  it('is everything that a new thing has, and that a deleted one had', () => {
    expect(differenceOf(null, { name: 'Billing' })).toEqual({ before: null, after: { name: 'Billing' } });
    expect(differenceOf({ name: 'Billing' }, null)).toEqual({ before: { name: 'Billing' }, after: null });
  });

  it('says that a secret changed, but not to what', () => {
    const difference = differenceOf(
      { imap: { host: 'mail.example', password: 'old one' }, tokens: ['abc'], twoFactorSecret: null },
      { imap: { host: 'mail.example', password: 'new one' }, tokens: ['def'], twoFactorSecret: 'x' },
    );
    expect(difference?.after).toEqual({
      imap: { host: 'mail.example', password: '•••' },
      tokens: '•••',
      twoFactorSecret: '•••',
    });
    expect(JSON.stringify(difference)).not.toMatch(/old one|new one|abc|def/);
  });

  it('does not mind fields that are called like parts of every object', () => {
    expect(differenceOf({}, JSON.parse('{"__proto__": 1, "constructor": 2}'))?.after).toMatchObject({ constructor: 2 });
  });
});
