import { readFieldGroups, type FieldGroup } from './header-fields.ts';
import { headerOf, type InboundMail } from './inbound-mail.ts';

/** What a delivery report says about one recipient (RFC 3464 §2.3). */
export interface BouncedRecipient {
  address: string;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  /** Enhanced status code such as `5.1.1` (RFC 3463). */
  status: string | null;
  /** The receiver's words. */
  diagnostic: string | null;
}

/** Facts of a bounce, as far as the mail tells them. All of it can be forged: act only on a message id we signed. */
export interface BounceFacts {
  recipients: BouncedRecipient[];
  /** Message-ID of the mail that could not be delivered, without angle brackets. */
  originalMessageId: string | null;
  /** True when no further attempt will be made. */
  permanent: boolean;
}

type Bouncing = Pick<InboundMail, 'headers' | 'text' | 'attachments'>;

/** Reads the delivery report and the returned message; where there is no report, the words of the mail. Never throws. */
export function readBounce(mail: Bouncing): BounceFacts {
  const reported = reportGroups(mail)
    .map(readRecipient)
    .filter((recipient) => recipient !== null);
  const recipients = reported.length > 0 ? reported : recipientsFromWords(mail);
  const permanent = recipients.some(({ action, status }) => action === 'failed' || (status?.startsWith('5') ?? false));
  return { recipients, originalMessageId: originalMessageId(mail), permanent };
}

/** Whether the mail carries a machine-readable delivery report. */
export function hasDeliveryReport(mail: Bouncing): boolean {
  return mail.attachments.some(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType));
}

function reportGroups(mail: Bouncing): FieldGroup[] {
  return mail.attachments
    .filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType))
    .flatMap(({ content }) => readFieldGroups(decode(content)));
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

function readRecipient(group: FieldGroup): BouncedRecipient | null {
  const recipient = group.get('final-recipient') ?? group.get('original-recipient');
  if (recipient === undefined) return null;

  const word = group.get('action')?.toLowerCase() ?? '';
  return {
    address: withoutType(recipient),
    action: ACTIONS.find((action) => word.startsWith(action)) ?? 'unknown',
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0] ?? null,
    diagnostic: withoutType(group.get('diagnostic-code') ?? '') || null,
  };
}

/** `rfc822; ana@a.example` → `ana@a.example`; `smtp; 550 no` → `550 no`. */
function withoutType(value: string): string {
  return value
    .replace(/^[A-Za-z0-9-]+\s*;\s*/, '')
    .replace(/^<|>$/g, '')
    .trim();
}

/** Reports from before RFC 3464, as qmail and some appliances still write them. */
function recipientsFromWords(mail: Bouncing): BouncedRecipient[] {
  const text = mail.text.slice(0, 20_000);
  const named =
    headerOf(mail, 'x-failed-recipients')?.split(/[\s,]+/) ?? text.match(/<[^<>@\s]+@[^<>@\s]+>(?=:)/g) ?? [];
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;
  const diagnostic = /(?:^|\s)([45]\d\d[ -]\S[^\n]{0,300})/.exec(text)?.[1]?.trim() ?? null;
  const refused = (status ?? diagnostic)?.startsWith('5') ?? false;
  return [...new Set(named.map(withoutType).filter((address) => address.includes('@')))].map((address) => ({
    address,
    action: refused ? 'failed' : 'unknown',
    status,
    diagnostic,
  }));
}

function originalMessageId(mail: Bouncing): string | null {
  const returned = mail.attachments.filter(({ contentType }) =>
    /^(message\/(global|rfc822)|text\/rfc822-headers)/.test(contentType),
  );
  for (const { content } of returned) {
    const [top] = readFieldGroups(decode(content.subarray(0, 64 * 1024)));
    const id = messageId(top?.get('message-id') ?? '');
    if (id) return id;
  }
  const quoted = /^[>\s]*message-id:\s*(<[^<>\n]+>)/im.exec(mail.text.slice(0, 200_000))?.[1];
  return messageId(quoted ?? '');
}

function messageId(value: string): string | null {
  return /<([^<>]+)>/.exec(value)?.[1]?.replace(/\s+/g, '') ?? (value.includes('@') ? value.trim() : null);
}

function decode(content: Uint8Array): string {
  return new TextDecoder('utf-8').decode(content);
}
