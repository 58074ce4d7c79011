import type { AutomaticKind } from '@bureau/contracts';
import { foldQuotes, withoutCaseKeys, type InboundMail, type MailKind } from '@bureau/domain';
import type { InboundMessage, StoredFile } from '@bureau/cases';
import type { ReadMail } from './read-intake.ts';

/** PostgreSQL text holds no NUL; a lone surrogate is no character either. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

const AUTOMATIC: Record<MailKind, AutomaticKind | null> = {
  person: null,
  own: null,
  'auto-reply': 'auto-reply',
  bounce: 'bounce',
  list: 'list',
};

/** Says in the words of cases what a mail says. `quiet` mail neither reopens a case nor ends anybody's waiting. */
export function inboundFromMail(
  { mail, mailClass, sender }: ReadMail,
  {
    files,
    customerId,
    intakeId,
    quiet,
  }: { files: StoredFile[]; customerId: number | null; intakeId: number; quiet: boolean },
): InboundMessage {
  const text = withoutCaseKeys(storable(mail.text));
  return {
    subject: storable(mail.subject),
    text,
    visibleLength: foldQuotes(text).visibleLength,
    html: mail.html === null ? null : withoutCaseKeys(storable(mail.html)),
    from: sanitised(mail.from ?? mail.sender ?? { name: '', address: '' }),
    to: mail.to.map(sanitised),
    cc: mail.cc.map(sanitised),
    messageId: mail.messageId === null ? null : storable(mail.messageId),
    inReplyTo: mail.inReplyTo[0] ?? null,
    references: mail.references.map(storable),
    automatic: quiet ? AUTOMATIC[mailClass.kind] : null,
    sender,
    notices: mail.notices.map(({ message }) => message),
    author: null,
    userId: null,
    customerId,
    intakeId,
    files,
  };
}

function sanitised({ name, address }: InboundMail['to'][number]): InboundMail['to'][number] {
  return { name: storable(name), address: storable(address) };
}
