import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { ImapSettings } from '@bureau/contracts';
import { LOG, SystemLog, type Log } from '@bureau/platform';
import { MailPasswords } from '../../mailbox/mail-passwords.ts';
import type { MailboxEntity } from '../../mailbox/mailbox.entity.ts';
import { MailboxRepository } from '../../mailbox/mailbox.repository.ts';
import { FetchMails } from './fetch-mails.ts';
import { ImapFetcher } from './imap-fetcher.ts';
import { troubleOf } from './imap-trouble.ts';
import { MailboxLeaseRepository } from './mailbox-lease.repository.ts';
import { openImap, type ImapConnection } from './open-imap.ts';

/** How soon a mailbox that was added, changed or switched off is noticed. */
const LOOK_EVERY_MS = 2_000;

interface Running {
  /** Another one means that the mailbox was changed. */
  settings: string;
  fetcher: ImapFetcher;
}

/** Keeps one fetcher for each enabled mailbox with IMAP settings. */
@Injectable()
export class ImapFetchers {
  private readonly holder = randomUUID();
  private readonly running = new Map<number, Running>();
  private stopping = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly leases: MailboxLeaseRepository,
    private readonly fetchMails: FetchMails,
    private readonly passwords: MailPasswords,
    private readonly systemLog: SystemLog,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.watching = this.watch(this.stopping.signal);
  }

  /** Resolves when nothing is being fetched any more; what was begun is finished or will be fetched again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    await Promise.all([...this.running.keys()].map((id) => this.end(id)));
  }

  private async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look().catch((error: unknown) =>
        this.log.warn({ err: error }, 'The mailboxes could not be looked up.'),
      );
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<void> {
    const wanted = new Map((await this.mailboxes.findFetched()).map((mailbox) => [mailbox.id, mailbox]));
    for (const [id, { settings }] of [...this.running]) {
      const mailbox = wanted.get(id);
      if (mailbox && settingsOf(mailbox) === settings) continue;
      await this.end(id);
      if (!mailbox) await this.mailboxes.setState(id, 'paused', '');
    }
    for (const mailbox of wanted.values()) if (!this.running.has(mailbox.id)) await this.begin(mailbox);
  }

  private async begin(mailbox: MailboxEntity): Promise<void> {
    const { imap } = mailbox;
    if (!imap) return;
    const fetched = { id: mailbox.id, address: mailbox.address, imap };
    const fetcher = new ImapFetcher({
      lease: () => this.leases.take(mailbox.id, this.holder),
      release: () => this.leases.release(mailbox.id, this.holder),
      open: (signal) => this.open(mailbox, imap, signal),
      fetch: (client, goOn) => this.fetchMails.run(fetched, client, goOn),
      report: (trouble) => this.report(mailbox, imap, trouble),
    });
    this.running.set(mailbox.id, { settings: settingsOf(mailbox), fetcher });
  }

  private async end(id: number): Promise<void> {
    const { fetcher } = this.running.get(id) ?? {};
    this.running.delete(id);
    await fetcher?.stop();
  }

  private async open(
    { id, state, imapPasswordSealed }: MailboxEntity,
    imap: ImapSettings,
    signal: AbortSignal,
  ): Promise<ImapConnection> {
    if (state === 'paused') await this.mailboxes.setState(id, 'connecting', '');
    return openImap(imap, { password: this.passwords.read(imapPasswordSealed), signal });
  }

  /** Once for each change, in words; back to well as well. */
  private async report({ id, address }: MailboxEntity, imap: ImapSettings, trouble: unknown): Promise<void> {
    const before = await this.mailboxes.find(id);
    const reason = trouble === null ? '' : troubleOf(trouble, imap);
    const changed = await this.mailboxes.setState(id, trouble === null ? 'ok' : 'trouble', reason);
    if (!changed || (trouble === null && before?.state !== 'trouble')) return;
    const message =
      trouble === null
        ? `Mail for ${address} is fetched again.`
        : `Mail for ${address} cannot be fetched. ${reason} It waits on the server.`;
    await this.systemLog.write({
      level: trouble === null ? 'info' : 'error',
      part: 'mailbox',
      message,
      details: { mailboxId: id },
    });
  }
}

function settingsOf({ address, imap, imapPasswordSealed }: MailboxEntity): string {
  return JSON.stringify([address, imap, imapPasswordSealed]);
}
