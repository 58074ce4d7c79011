import type { Fate, SenderCheck } from '@bureau/contracts';
import { fingerprintOf, parseMail, type QuestionPost } from '@bureau/channels';
import type { DemoRows } from './demo-rows.ts';
import { iso, type DemoWorld } from './demo-world.ts';
import { writeMail, type WrittenMail } from './write-mail.ts';

export interface Arrival {
  mail: WrittenMail;
  brand: DemoWorld['brands']['larkspur'];
  fate: Exclude<Fate, 'waiting'>;
  reason: string;
  sender: SenderCheck | null;
  caseId?: number | null;
  messageId?: number | null;
  /** MAIL FROM; the sender's address unless the mail came from a machine. */
  envelopeFrom?: string;
  /** False when nothing of it could be read. */
  readable?: boolean;
}

export interface PublicArrival {
  post: QuestionPost;
  at: number;
  mailboxId: number;
  reason: string;
  sender: SenderCheck;
  caseId: number;
  messageId: number;
}

export const VERIFIED: SenderCheck = {
  verdict: 'verified',
  spf: 'pass',
  dkim: 'pass',
  dmarc: 'pass',
  explain: 'The domain of the sender confirms that it sent this mail.',
};

export const UNVERIFIED: SenderCheck = {
  verdict: 'unverified',
  spf: 'none',
  dkim: 'none',
  dmarc: 'none',
  explain: 'Nothing confirms that the mail is from the sender it names.',
};

/** As the pages of the support center say it. */
export const SIGNED_IN: SenderCheck = {
  ...{ verdict: 'verified', spf: 'none', dkim: 'none', dmarc: 'none' },
  explain: 'Posted in the support center by somebody who was signed in.',
};

export const GUEST: SenderCheck = {
  ...{ verdict: 'unverified', spf: 'none', dkim: 'none', dmarc: 'none' },
  explain: 'Posted in the support center by a guest. Nobody has proven that the address is theirs.',
};

/** Writes a mail down as it came, with its fate, as the intake does. Returns the id of the ledger item. */
export function arrive(world: DemoWorld, arrival: Arrival): number {
  const { mail, brand, fate, reason, sender, caseId = null, messageId = null, readable = true } = arrival;
  const { chance, rows } = world;
  const ip = `192.0.2.${chance.int(2, 250)}`;
  const domain = mail.from.address.slice(mail.from.address.indexOf('@') + 1);
  const received = `Received: from mail.${domain} (${ip})\r\n by desk.bureau.example with ESMTP; ${mail.at.toUTCString().replace('GMT', '+0000')}`;
  const raw = rows.keep(writeMail({ ...mail, headers: [received, ...(mail.headers ?? [])] }));

  const id = world.ids.next('intake_items');
  rows.add('intake_items', {
    id,
    source: 'smtp',
    external_id: `${chance.hex(8)}-${chance.hex(4)}-4${chance.hex(3)}-a${chance.hex(3)}-${chance.hex(12)}-${brand.mailboxId}`,
    mailbox_id: brand.mailboxId,
    received_at: iso(mail.at.getTime()),
    envelope: {
      from: arrival.envelopeFrom ?? mail.from.address,
      recipients: [brand.address],
      ip,
      helo: `mail.${domain}`,
    },
    raw_sha256: raw.sha256,
    size: raw.size,
    fate,
    reason,
    case_id: caseId,
    message_id: messageId,
    mail_message_id: readable ? mail.messageId : null,
    content_hash: null,
    from_address: mail.from.address,
    subject: readable ? mail.subject : '',
    sender,
    attempts: 1,
    settled_at: iso(mail.at.getTime() + chance.int(180, 900)),
    demo: true,
  });
  return id;
}

/** Writes down what was posted in public, as the intake does. Returns the id of the ledger item. */
export function arriveInPublic(
  { rows, ids, chance }: DemoWorld,
  { post, at, mailboxId, ...about }: PublicArrival,
): number {
  const raw = rows.keep(Buffer.from(JSON.stringify(post)));
  const id = ids.next('intake_items');
  rows.add('intake_items', {
    id,
    source: 'qna',
    external_id: `${chance.hex(8)}-${chance.hex(4)}-4${chance.hex(3)}-a${chance.hex(3)}-${chance.hex(12)}`,
    mailbox_id: mailboxId,
    received_at: iso(at),
    envelope: { from: null, recipients: [], ip: null, helo: null },
    raw_sha256: raw.sha256,
    size: raw.size,
    fate: 'message',
    reason: about.reason,
    case_id: about.caseId,
    message_id: about.messageId,
    mail_message_id: null,
    content_hash: null,
    from_address: post.writer.email,
    subject: post.kind === 'question' ? post.subject : '',
    sender: about.sender,
    attempts: 1,
    settled_at: iso(at + chance.int(180, 900)),
    demo: true,
  });
  return id;
}

/** Reads every mail of the ledger as the intake would, so that one that comes again is recognised. */
export async function fingerprint(rows: DemoRows): Promise<void> {
  for (const item of rows.of('intake_items')) {
    const raw = rows.blobs.get(String(item['raw_sha256']));
    if (raw && item['source'] === 'smtp' && item['fate'] !== 'failed')
      item['content_hash'] = fingerprintOf(await parseMail(raw));
  }
}
