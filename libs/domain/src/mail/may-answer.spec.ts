import { describe, expect, it } from 'vitest';
import type { InboundMail } from './inbound-mail.ts';
import { aMail } from './mail.factory.ts';
import { mayAnswer, type AnswerContext } from './may-answer.ts';

const context: AnswerContext = { kind: 'person', ownAddresses: ['support@larkspur.example'], envelopeFrom: null };
const from = (address: string): Partial<InboundMail> => ({ from: { name: '', address } });

describe('an automatic answer', () => {
  it('goes to a person', () => {
    expect(mayAnswer(aMail(), context)).toEqual({ allowed: true, to: 'ana@customer.example' });
  });

  it.each<[string, Partial<InboundMail>, Partial<AnswerContext>, string]>([
    ['nobody', { from: null }, {}, 'no-address'],
    ['half an address', from('ana'), {}, 'no-address'],
    ['a list', {}, { kind: 'list' }, 'machine-mail'],
    ['an automatic answer', {}, { kind: 'auto-reply' }, 'machine-mail'],
    ['a bounce', {}, { kind: 'bounce' }, 'machine-mail'],
    ['the null sender', {}, { envelopeFrom: '' }, 'null-sender'],
    ['our own mailbox', from('Support@Larkspur.example'), {}, 'own-address'],
    ['our own reply address', from('support+c7.abc@larkspur.example'), {}, 'own-address'],
    ['our own mailbox as return path', {}, { envelopeFrom: 'support@larkspur.example' }, 'own-address'],
    [
      'a reply address that is ours',
      { replyTo: [{ name: '', address: 'support@larkspur.example' }] },
      {},
      'own-address',
    ],
    ['no-reply', from('no-reply@shop.example'), {}, 'role-address'],
    ['noreply with more', from('noreply-orders@shop.example'), {}, 'role-address'],
    ['postmaster', from('postmaster@shop.example'), {}, 'role-address'],
    ['a bounce address', { ...from('ana@shop.example') }, { envelopeFrom: 'bounces+7=x@shop.example' }, 'role-address'],
    ['a list owner', from('owner-coffee@lists.example'), {}, 'role-address'],
    ['who asks for silence', { headers: [['x-auto-response-suppress', 'DR, OOF, AutoReply']] }, {}, 'suppressed'],
  ])('never goes to %s', (_, given, more, reason) => {
    expect(mayAnswer(aMail(given), { ...context, ...more })).toMatchObject({ allowed: false, reason });
  });

  it('goes to somebody whose name only looks like a role', () => {
    expect(mayAnswer(aMail(from('nora.reply@shop.example')), context).allowed).toBe(true);
  });
});
