import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SenderCheck } from '@bureau/contracts';
import { classifyMail, mayAnswer, type InboundMail, type MailClass } from '@bureau/domain';
import { BlobStorage } from '@bureau/platform';
import { MailReader, MessageTokens, verifySender, type VerifyOptions } from '../email/read/index.ts';
import { MailboxRepository } from '../mailbox/mailbox.repository.ts';
import { storable } from './inbound-from-mail.ts';
import type { LedgerFacts, TakenItem } from './intake.repository.ts';

/** How the checks of senders ask the DNS; a test or a sandbox answers instead of the internet. */
export const MAIL_DNS = Symbol('MailDns');

export interface ReadMail {
  mail: InboundMail;
  mailClass: MailClass;
  sender: SenderCheck;
  facts: LedgerFacts;
}

/** Reads the facts of a mail: parsed in a worker thread, classified, its sender verified. Decides nothing. */
@Injectable()
export class ReadIntake {
  constructor(
    private readonly storage: BlobStorage,
    private readonly reader: MailReader,
    private readonly tokens: MessageTokens,
    private readonly mailboxes: MailboxRepository,
    @Inject(MAIL_DNS) private readonly resolver: VerifyOptions['resolver'],
  ) {}

  /** Starts the parser before the first mail needs it: loading it takes most of a second. */
  async warmUp(): Promise<void> {
    await this.reader.read(Buffer.from('Subject: nothing\r\n\r\n'));
  }

  /** Throws UnreadableMail for a mail that no limit could tame; BlobMissing or StorageUnavailable from the storage. */
  async run(item: TakenItem): Promise<ReadMail> {
    const raw = await this.storage.readBuffer(item.rawSha256);
    const mail = await this.reader.read(raw);
    const { from, ip, helo } = item.envelope;
    const envelope = ip === null ? null : { ip, helo: helo ?? '', from: from ?? '' };
    const sender = await verifySender(raw, { envelope, ...(this.resolver ? { resolver: this.resolver } : {}) });
    const mailClass = classifyMail(mail, {
      isOwnMessageId: (messageId) => this.tokens.readMessageId(messageId) !== null,
      envelopeFrom: from,
    });
    const ownAddresses = await this.mailboxes.addresses();
    const permission = mayAnswer(mail, { kind: mailClass.kind, envelopeFrom: from, ownAddresses });
    const answerTo = permission.allowed ? storable(permission.to).slice(0, 320) : null;
    return { mail, mailClass, sender, facts: { ...factsOf(mail, sender), answerTo } };
  }
}

function factsOf(mail: InboundMail, sender: SenderCheck): Omit<LedgerFacts, 'answerTo'> {
  return {
    mailMessageId: mail.messageId,
    contentHash: fingerprintOf(mail),
    fromAddress: mail.from?.address ?? '',
    subject: mail.subject,
    sender,
    headers: mail.allHeaders.map(([name, value]) => storable(`${name}: ${value}`)),
  };
}

/** Headers that the way of a mail adds, or that a list rewrites; the rest is the writer's own. */
const OF_THE_WAY = new Set(['delivered-to', 'return-path', 'feedback-id', 'x-failed-recipients', 'x-loop']);

/**
 * SHA-256 over what a mail says, headers and all but those of its way here: the same mail by SMTP and by IMAP is the
 * same; under the same Message-ID another body, or another header that matters, is not.
 */
export function fingerprintOf(mail: InboundMail): string {
  const hash = createHash('sha256');
  for (const [name, value] of mail.headers) if (!OF_THE_WAY.has(name)) hash.update(`${name}:${value}\0`);
  hash.update(`\0${mail.text}\0${mail.html ?? ''}\0`);
  for (const attachment of mail.attachments) hash.update(`${attachment.fileName}\0${attachment.sha256}\0`);
  return hash.digest('hex');
}
