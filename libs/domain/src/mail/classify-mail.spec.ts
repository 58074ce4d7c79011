import { describe, expect, it } from 'vitest';
import { classifyMail } from './classify-mail.ts';
import type { InboundMail } from './inbound-mail.ts';
import { aMail, aPart } from './mail.factory.ts';

const context = { isOwnMessageId: (id: string) => id === 'ours@larkspur.example', envelopeFrom: null };
const header = (name: string, value: string): Partial<InboundMail> => ({ headers: [[name, value]] });

describe('who wrote a mail', () => {
  it.each<[string, Partial<InboundMail>, string, string]>([
    ['a customer', {}, 'person', 'no-machine-sign'],
    ['a customer whose program says so', header('auto-submitted', 'no'), 'person', 'no-machine-sign'],
    ['our own copy that came back', { messageId: 'ours@larkspur.example' }, 'own', 'own-message-id'],
    ['an out-of-office assistant', header('auto-submitted', 'auto-replied (vacation)'), 'auto-reply', 'auto-submitted'],
    ['a monitoring system', header('auto-submitted', 'auto-generated'), 'auto-reply', 'auto-submitted'],
    ['an old answering machine', header('x-autoreply', 'yes'), 'auto-reply', 'x-autoreply'],
    ['cPanel', header('x-autorespond', 'Re: hello'), 'auto-reply', 'x-autorespond'],
    ['a machine by precedence', header('precedence', 'auto_reply'), 'auto-reply', 'precedence'],
    ['Outlook in German', { subject: 'Automatische Antwort: Grinder' }, 'auto-reply', 'subject'],
    ['a person answering Outlook', { subject: 'Re: Automatic reply: Grinder' }, 'person', 'no-machine-sign'],
    ['a null sender', header('return-path', '<>'), 'auto-reply', 'null-sender'],
    [
      'a read receipt',
      header('content-type', 'multipart/report; report-type=disposition-notification'),
      'auto-reply',
      'read-receipt',
    ],
    ['a mailing list', header('list-id', '<users.coffee.example>'), 'list', 'list-id'],
    ['a newsletter', header('list-unsubscribe', '<https://shop.example/u>'), 'list', 'list-unsubscribe'],
    ['a mass mail', header('precedence', 'bulk'), 'list', 'precedence'],
    ['a mail system', { from: { name: '', address: 'MAILER-DAEMON@mx.example' } }, 'bounce', 'mailer-daemon'],
    ['a mail system by header', header('x-failed-recipients', 'bo@shop.example'), 'bounce', 'x-failed-recipients'],
    ['nobody at all', { from: null }, 'person', 'no-machine-sign'],
  ])('recognises %s', (_, given, kind, reason) => {
    expect(classifyMail(aMail(given), context)).toMatchObject({ kind, reason });
  });

  it('takes a person who writes through a group for a person', () => {
    const mail = aMail({
      originalSender: { name: 'Bo', address: 'bo@shop.example' },
      headers: [['list-id', '<support.larkspur.example>']],
    });

    expect(classifyMail(mail, context).kind).toBe('person');
  });

  it('knows the null sender from the envelope as well', () => {
    expect(classifyMail(aMail(), { ...context, envelopeFrom: '' })).toMatchObject({ kind: 'auto-reply' });
    expect(
      classifyMail(aMail(header('return-path', '<>')), { ...context, envelopeFrom: 'ana@customer.example' }).kind,
    ).toBe('person');
  });
});

const STATUS = `Reporting-MTA: dns; mx.shop.example

Final-Recipient: rfc822; bo@shop.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such
 user here
`;
const RETURNED = `From: support@larkspur.example
Message-ID: <c7.m9.signature@larkspur.example>
Subject: Your grinder

Hello`;

describe('what a bounce reports', () => {
  it('names the recipient, the reason and our message', () => {
    const mail = aMail({
      attachments: [aPart('message/delivery-status', STATUS), aPart('message/rfc822', RETURNED)],
    });

    expect(classifyMail(mail, context)).toMatchObject({
      kind: 'bounce',
      bounce: {
        recipients: [
          { address: 'bo@shop.example', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 No such user here' },
        ],
        originalMessageId: 'c7.m9.signature@larkspur.example',
        permanent: true,
      },
    });
  });

  it('is not final while the other side still tries', () => {
    const delayed = STATUS.replace('failed', 'delayed').replaceAll('5.1.1', '4.4.1');
    const mail = aMail({ attachments: [aPart('message/delivery-status', delayed)] });

    expect(classifyMail(mail, context).bounce).toMatchObject({ permanent: false, originalMessageId: null });
  });

  it('takes a receipt of delivery for an automatic answer', () => {
    const delivered = STATUS.replace('failed', 'delivered').replace('Status: 5.1.1', 'Status: 2.0.0');
    const mail = aMail({ attachments: [aPart('message/delivery-status', delivered)] });

    expect(classifyMail(mail, context)).toMatchObject({ kind: 'auto-reply', reason: 'delivery-receipt' });
  });

  it('reads the words of systems that write no report', () => {
    const text = `Hi. This is the qmail-send program.\n\n<bo@shop.example>:\n550 5.7.1 Refused by policy\n\n--- Below\nMessage-ID: <c7.m9.x@larkspur.example>`;
    const mail = aMail({ from: { name: '', address: 'mailer-daemon@mx.example' }, text });

    expect(classifyMail(mail, context).bounce).toEqual({
      recipients: [
        { address: 'bo@shop.example', action: 'failed', status: '5.7.1', diagnostic: '550 5.7.1 Refused by policy' },
      ],
      originalMessageId: 'c7.m9.x@larkspur.example',
      permanent: true,
    });
  });
});
