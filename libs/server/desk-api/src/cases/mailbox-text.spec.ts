import { describe, expect, it } from 'vitest';
import { mailboxesIn } from './mailbox-text.ts';

describe('mailboxes as clients write them', () => {
  it.each([
    ['a@b.example', [['', 'a@b.example']]],
    [
      'a@b.example, "Product, Support" <c@d.example>',
      [
        ['', 'a@b.example'],
        ['Product, Support', 'c@d.example'],
      ],
    ],
    ['"A \\"B\\" C" <a@b.example>,,', [['A "B" C', 'a@b.example']]],
    ['Ana Flores <a@b.example>', [['Ana Flores', 'a@b.example']]],
    ['"Never closed <a@b.example>, c@d.example', [['', '"Never closed <a@b.example>, c@d.example']]],
    [' , ', []],
    [null, []],
  ])('are those of %j', (text, mailboxes) => {
    expect(mailboxesIn(text).map(({ name, address }) => [name, address])).toEqual(mailboxes);
  });

  it.each([
    `"${'\\"'.repeat(1_000_000)}`,
    `"${'\\"'.repeat(1_000_000)}\\`,
    '"'.repeat(1_000_001),
    ','.repeat(1_000_000),
  ])('are found at once in %.10s…, which is written to be slow', (text) => {
    const begun = performance.now();
    mailboxesIn(text);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
