import { Inject, Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type CheckMailbox as CheckInput,
  type CheckStep,
  type MailboxCheck,
} from '@bureau/contracts';
import { CONFIG, ProblemError, RateLimits, type Config } from '@bureau/platform';
import { deskServerOf } from '../email/send/smtp-server-options.ts';
import { checkImap, type ImapToCheck } from './check/check-imap.ts';
import { checkSmtp, type SmtpToCheck } from './check/check-smtp.ts';
import { CHECK_PATIENCE } from './check/dial.ts';
import { isSameServer, MailPasswords } from './mail-passwords.ts';
import type { MailboxEntity } from './mailbox.entity.ts';
import { MailboxRepository } from './mailbox.repository.ts';

/** Checks of one user a minute: enough to mend settings by hand, too few to look around in a network. */
const A_MINUTE = 20;
/** For everything together, in milliseconds. */
const LONGEST_MS = 60_000;

/** Tries the servers of a mailbox before anything depends on them. Stores nothing and answers no secret. */
@Injectable()
export class CheckMailbox {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly passwords: MailPasswords,
    private readonly rateLimits: RateLimits,
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboundSmtpUrl' | 'publicUrl'>,
  ) {}

  /** Throws request.rate-limited, mailbox.not-found; to be asked before the first byte of an answer. */
  async admit(actor: Actor, { mailboxId }: CheckInput): Promise<MailboxEntity | null> {
    const { exceeded, resetSeconds } = await this.rateLimits.count(`mailbox-check:${userIdOf(actor) ?? 0}`, A_MINUTE);
    if (exceeded) throw new ProblemError('request.rate-limited', { retryAfterSeconds: resetSeconds });
    if (mailboxId === undefined) return null;
    const mailbox = await this.mailboxes.find(mailboxId);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    return mailbox;
  }

  /** `tell` hears of each step as soon as it is known. */
  async run(
    input: CheckInput,
    { mailbox, signal, tell }: { mailbox: MailboxEntity | null; signal: AbortSignal; tell?: (step: CheckStep) => void },
  ): Promise<MailboxCheck> {
    const steps: CheckStep[] = [];
    const note = (step: CheckStep) => {
      steps.push(step);
      tell?.(step);
    };
    const manner = { patience: CHECK_PATIENCE, signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]) };
    const [imap, smtp] = [this.imapOf(input, mailbox), this.smtpOf(input, mailbox)];
    const found = imap ? await checkImap(imap, manner, note) : { folders: [], folder: null };
    if (smtp) await checkSmtp(smtp, manner, note);
    return { ok: steps.every(({ state }) => state !== 'failed'), steps, ...found };
  }

  private imapOf({ imap }: CheckInput, mailbox: MailboxEntity | null): ImapToCheck | null {
    if (!imap) return null;
    const kept = isSameServer(imap, mailbox?.imap ?? null) ? this.kept(mailbox?.imapPasswordSealed) : null;
    return { ...imap, password: imap.password || kept };
  }

  private smtpOf({ smtp, address }: CheckInput, mailbox: MailboxEntity | null): SmtpToCheck | null {
    if (!smtp) return null;
    const helo = new URL(this.config.publicUrl).hostname;
    if (smtp === 'desk') return { ...this.desk(), helo, address };
    const kept = isSameServer(smtp, mailbox?.smtp ?? null) ? this.kept(mailbox?.smtpPasswordSealed) : null;
    return { ...smtp, password: smtp.password || kept, helo, address };
  }

  private desk(): Omit<SmtpToCheck, 'helo' | 'address'> {
    const { username, password } = new URL(this.config.outboundSmtpUrl);
    const { host, port, secure } = deskServerOf(this.config.outboundSmtpUrl);
    const [user, plain] = [decodeURIComponent(username), decodeURIComponent(password)];
    return { host, port, tls: secure ? 'implicit' : 'offered', user, password: plain };
  }

  private kept(sealed: string | null | undefined): string | null {
    if (!sealed) return null;
    try {
      return this.passwords.read(sealed);
    } catch {
      return null;
    }
  }
}
