import MailComposer from 'nodemailer/lib/mail-composer';
import { domainOf } from './address.ts';
import type { CustomerMail, CustomerReply } from './customer-mail.ts';
import type { Person } from './people.ts';
import { paragraphs, quote } from './quote.ts';
import type { MailContent } from './read-mail.ts';

export type Draft = { person: Person; mail: CustomerMail; messageId: string; date: Date };

/** The bytes of a customer's mail, unsigned. */
export function writeMail({ person, mail, messageId, date }: Draft): Promise<Buffer> {
  return new MailComposer({
    from: { name: person.name, address: person.address },
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date,
    messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    text: mail.text,
    html: person.quoting === 'plain' ? mail.html : (mail.html ?? paragraphs(mail.text)),
    headers: { 'Content-Language': person.language, ...mail.headers },
    attachments: mail.attachments.map(({ fileName, contentType, base64, cid }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(base64, 'base64'),
      cid,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build();
}

/** The mail that answers another: to its Reply-To or author, with the threading headers of RFC 5322 §3.6.4. */
export function answerTo(answered: MailContent, person: Person, reply: CustomerReply): CustomerMail {
  const style = reply.quoting ?? person.quoting;
  const words = { text: reply.text, html: reply.html };
  return {
    ...reply,
    ...quote(style, { person, answered, words }),
    to: reply.to ?? replyAddresses(answered).join(', '),
    subject: reply.subject ?? `Re: ${answered.subject.replace(/^(\s*re:)+\s*/i, '')}`,
    inReplyTo: answered.messageId || undefined,
    references: [...answered.references, answered.messageId].filter((id) => id !== ''),
  };
}

/** Where an answer goes: Reply-To when given, else the author. */
export function replyAddresses(mail: MailContent): string[] {
  if (mail.replyTo.length > 0) return mail.replyTo.map(({ address }) => address);
  return mail.from ? [mail.from.address] : [];
}

export function newMessageId(id: string, address: string): string {
  return `<${id}@${domainOf(address)}>`;
}
