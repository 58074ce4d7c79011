import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findToken } from './find-token.ts';
import { MessageTokens } from './message-token.ts';

const ours = new MessageTokens(Buffer.alloc(32, 1));
const theirs = new MessageTokens(Buffer.alloc(32, 2));
const facts = { caseId: 1042, messageId: 77, domain: 'larkspur.example' };
const id = ours.messageId(facts);
const address = ours.replyAddress('support@larkspur.example', 1042);

describe('a token of ours', () => {
  it('is recognised in a Message-ID and in a reply address, whatever the letter case', () => {
    expect(id).toMatch(/^c1042\.m77\.[a-z2-7]{26}@larkspur\.example$/);
    expect(address).toMatch(/^support\+c1042\.[a-z2-7]{26}@larkspur\.example$/);
    expect(ours.readMessageId(id)).toEqual({ caseId: 1042, messageId: 77 });
    expect(ours.readMessageId(`<${id.toUpperCase()}>`)).toEqual({ caseId: 1042, messageId: 77 });
    expect(ours.readReplyAddress(address)).toEqual({ caseId: 1042, messageId: null });
    expect(ours.readReplyAddress(address.toUpperCase())).toEqual({ caseId: 1042, messageId: null });
  });

  it('replaces the detail that a mailbox address has already', () => {
    expect(ours.replyAddress('support+vip@larkspur.example', 7)).toMatch(/^support\+c7\.[a-z2-7]{26}@/);
  });

  it('needs a real key', () => {
    expect(() => new MessageTokens(Buffer.from('secret'))).toThrow(/at least 32 random bytes/);
  });

  it('stands for any case and message', () => {
    const number = fc.integer({ min: 1, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(number, number, (caseId, messageId) => {
        expect(ours.readMessageId(ours.messageId({ caseId, messageId, domain: 'x.example' }))).toEqual({
          caseId,
          messageId,
        });
      }),
    );
  });
});

describe('what only looks like one', () => {
  it.each([
    ['of another installation', theirs.messageId(facts)],
    ['of another case', id.replace('c1042', 'c1043')],
    ['of another message', id.replace('m77', 'm78')],
    ['cut short', id.replace(/.@/, '@')],
    ['cut to nothing', id.replace(/[a-z2-7]{26}@/, '@')],
    ['without a signature', 'c1042.m77@larkspur.example'],
    ['longer', id.replace('@', 'a@')],
    ['with a zero before the number', id.replace('c1042', 'c01042')],
    ['of a reply address', address],
    ['in the old style of others', 'notify-1042-77-deadbeef@larkspur.example'],
  ])('never counts: one %s', (_, messageId) => {
    expect(ours.readMessageId(messageId)).toBeNull();
  });

  it('never counts with one character changed', () => {
    const start = id.indexOf('.m77.') + 5;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: start + 25 }),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
        (at, letter) => {
          fc.pre(id[at] !== letter);
          return ours.readMessageId(id.slice(0, at) + letter + id.slice(at + 1)) === null;
        },
      ),
    );
  });

  it('never counts in a reply address', () => {
    expect(theirs.readReplyAddress(address)).toBeNull();
    expect(ours.readReplyAddress(address.replace('c1042', 'c1043'))).toBeNull();
    expect(ours.readReplyAddress('support+c1042@larkspur.example')).toBeNull();
    expect(ours.readReplyAddress('support@larkspur.example')).toBeNull();
  });
});

describe('the token of a mail', () => {
  const mail = { inReplyTo: [], references: [], to: [], cc: [], deliveredTo: [] };

  it('is that of the message it answers, then of the thread from its end, then of the address', () => {
    const older = ours.messageId({ ...facts, messageId: 70 });
    const to = [{ name: '', address: ours.replyAddress('support@larkspur.example', 9) }];

    expect(findToken({ ...mail, inReplyTo: [id], references: [older], to }, ours)?.messageId).toBe(77);
    expect(findToken({ ...mail, inReplyTo: ['x@y'], references: [older, id, 'z@y'], to }, ours)?.messageId).toBe(77);
    expect(findToken({ ...mail, to }, ours)).toEqual({ caseId: 9, messageId: null });
    expect(findToken(mail, ours, [address])).toEqual({ caseId: 1042, messageId: null });
    expect(findToken(mail, ours)).toBeNull();
  });
});
