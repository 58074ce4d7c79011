import type { MailAddress } from '@bureau/contracts';
import { cutText } from '@bureau/domain';
import type { Fields, Interaction, Place } from './interaction.ts';

/** What Salesforce holds of an EmailMessage, in characters. */
const LIMITS = { subject: 3_000, text: 32_000, html: 131_072, addresses: 4_000, name: 1_000 } as const;
/** Replied for what came in (the desk answers, nobody there has to), Sent for what went out. */
const STATUS = { in: '2', out: '3' } as const;

/**
 * By which Salesforce knows a mail again when it is not known whether it was taken: its Message-ID, or one made of the
 * desk's own id.
 */
export function messageIdentifier({ id, messageId }: Interaction): string {
  return `<${messageId ?? `message-${id}@desk.bureau.invalid`}>`;
}

/** A mail as EmailMessage of its case. HTML that does not fit is left out; the text always goes. */
export function emailMessage(interaction: Interaction, { caseId }: Place): Fields {
  const { direction, html, subject, text, fromAddress, fromName, to, cc, bcc, at } = interaction;
  return {
    ParentId: caseId,
    Subject: cutText(subject, LIMITS.subject),
    TextBody: cutText(text, LIMITS.text),
    ...(html !== null && html.length <= LIMITS.html ? { HtmlBody: html } : {}),
    FromAddress: fromAddress || null,
    FromName: cutText(fromName, LIMITS.name) || null,
    ToAddress: addresses(to),
    CcAddress: addresses(cc),
    BccAddress: addresses(bcc),
    Incoming: direction === 'in',
    Status: STATUS[direction],
    MessageDate: at.toISOString(),
    MessageIdentifier: messageIdentifier(interaction),
  };
}

/** As many as fit, divided by semicolons. */
function addresses(people: readonly MailAddress[]): string | null {
  let line = '';
  for (const { address } of people) {
    const longer = line === '' ? address : `${line}; ${address}`;
    if (longer.length > LIMITS.addresses) break;
    line = longer;
  }
  return line || null;
}
