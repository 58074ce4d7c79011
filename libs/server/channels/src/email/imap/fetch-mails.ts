import { Inject, Injectable } from '@nestjs/common';
import type { ImapSettings } from '@bureau/contracts';
import { Clock, LOG, SystemLog, type Log } from '@bureau/platform';
import type { ImapFlow, MailboxObject, SearchObject } from 'imapflow';
import { ReceiveMail } from '../../intake/receive-mail.ts';
import { ConnectionLost } from './imap-trouble.ts';
import { MailboxCursorRepository, type Import, type MailboxCursor } from './mailbox-cursor.repository.ts';

const DAY_MS = 86_400_000;
/** The server's clock may be behind ours. */
const CLOCK_MARGIN_MS = 5 * 60_000;
/** Tries before a mail that the server does not hand out is given up, with a notice in its place. */
const TRIES = 3;

export interface FetchedMailbox {
  id: number;
  address: string;
  imap: ImapSettings;
}

interface Folder {
  mailbox: FetchedMailbox;
  client: ImapFlow;
  cursor: MailboxCursor;
}

/**
 * Brings what is new in a folder into the ledger. A mail's bytes and row are durable before the cursor moves; a crash in
 * between fetches it again under the same external id, which changes nothing. Flags are neither read nor set.
 */
@Injectable()
export class FetchMails {
  private readonly failed = new Map<string, { count: number; error: unknown }>();

  constructor(
    private readonly cursors: MailboxCursorRepository,
    private readonly receiveMail: ReceiveMail,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** How many mails were fetched. `goOn` is asked before each: whoever lost the mailbox stops. */
  async run(mailbox: FetchedMailbox, client: ImapFlow, goOn: () => boolean): Promise<number> {
    const { cursor, uids, through } = await this.whatIsNew(mailbox, client);
    let fetched = 0;
    for (const uid of uids) {
      if (!goOn()) return fetched;
      await this.bring({ mailbox, client, cursor }, uid);
      fetched++;
    }
    if (through !== null) await this.advance({ mailbox, client, cursor }, through);
    return fetched;
  }

  /** `through`: up to where a folder that is begun needs no second look, though only some of its mails are wanted. */
  private async whatIsNew(
    mailbox: FetchedMailbox,
    client: ImapFlow,
  ): Promise<{ cursor: MailboxCursor; uids: number[]; through: number | null }> {
    const opened = openedFolder(client);
    const [uidValidity, through] = [String(opened.uidValidity), opened.uidNext - 1];
    const known = await this.cursors.find(mailbox.id, mailbox.imap.folder);
    if (known?.uidValidity === uidValidity)
      return { cursor: known, uids: await uidsAfter(client, known.lastUid), through: null };

    const begunAt = known?.begunAt ?? this.clock.now();
    const uids =
      known || mailbox.imap.importDays !== 0 ? await uidsSince(client, importedFrom(begunAt, mailbox.imap)) : [];
    const cursor = { uidValidity, lastUid: (uids[0] ?? opened.uidNext) - 1, begunAt };
    const imports = known ? null : importOf(uids);
    await this.cursors.begin(mailbox.id, mailbox.imap.folder, { ...cursor, imports });
    if (known)
      this.log.warn(
        { mailbox: mailbox.address, mails: uids.length },
        'The server renumbered the folder (UIDVALIDITY): its mails are compared with the ledger.',
      );
    return { cursor, uids, through };
  }

  private async bring(folder: Folder, uid: number): Promise<void> {
    const { mailbox, cursor } = folder;
    const found = await this.download(folder, uid);
    if (found) {
      const envelope = {
        from: null,
        recipients: [mailbox.address],
        ip: null,
        helo: null,
        folder: mailbox.imap.folder,
        uid,
        uidValidity: cursor.uidValidity,
      };
      await this.receiveMail.run({
        source: `imap:${mailbox.address}`,
        arrivals: [{ mailboxId: mailbox.id, externalId: `${mailbox.imap.folder}:${cursor.uidValidity}:${uid}` }],
        raw: found.raw,
        envelope: found.at < cursor.begunAt ? { ...envelope, imported: true } : envelope,
      });
    }
    await this.advance(folder, uid);
  }

  private async advance({ mailbox, cursor: { uidValidity } }: Folder, lastUid: number): Promise<void> {
    await this.cursors.advance(mailbox.id, mailbox.imap.folder, { uidValidity, lastUid });
  }

  /**
   * Undefined: somebody moved or deleted it meanwhile. Some servers answer a damaged mail with NO, others by hanging up:
   * tries are counted beyond the connection.
   */
  private async download(folder: Folder, uid: number): Promise<{ raw: Uint8Array; at: Date } | undefined> {
    const key = `${folder.mailbox.id} ${folder.cursor.uidValidity} ${uid}`;
    for (;;) {
      const { count, error: last } = this.failed.get(key) ?? { count: 0, error: null };
      if (count >= TRIES) {
        const raw = await this.standIn(folder, { uid, error: last });
        this.failed.delete(key);
        return { raw, at: this.clock.now() };
      }
      try {
        const mail = await this.fetchOnce(folder.client, uid);
        this.failed.delete(key);
        return mail;
      } catch (error) {
        this.failed.set(key, { count: count + 1, error });
        if (!folder.client.usable) throw error;
      }
    }
  }

  /** A lost connection answers like a missing mail, so absence counts only when a search confirms it. */
  private async fetchOnce(client: ImapFlow, uid: number): Promise<{ raw: Uint8Array; at: Date } | undefined> {
    const mail = await client.fetchOne(`${uid}`, { source: true, internalDate: true }, { uid: true });
    if (mail && mail.source) return { raw: mail.source, at: new Date(mail.internalDate ?? this.clock.now()) };
    const present = await search(client, { uid: `${uid}` });
    if (present.includes(uid)) throw new Error('The server names the mail, but does not hand it out.');
    return undefined;
  }

  /** A mail that the server does not hand out is not lost: a notice in its place becomes a case, with its headers if they can be had. */
  private async standIn(
    { mailbox, client }: Folder,
    { uid, error }: { uid: number; error: unknown },
  ): Promise<Uint8Array> {
    const { folder } = mailbox.imap;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `A mail in ${folder} of ${mailbox.address} (UID ${uid}) could not be fetched. A notice stands in its place; read the mail in the mailbox itself.`;
    await this.systemLog.write({
      level: 'error',
      part: 'mailbox',
      message,
      details: { mailboxId: mailbox.id, uid, reason },
    });
    const headers = await client
      .fetchOne(`${uid}`, { headers: ['from', 'to', 'subject', 'date', 'message-id'] }, { uid: true })
      .catch(() => undefined);
    const head =
      headers && headers.headers
        ? headers.headers.toString('latin1').trimEnd()
        : 'Subject: A mail that could not be fetched';
    return Buffer.from(`${head}\r\n\r\n${message}\r\nThe server said: ${reason}\r\n`, 'latin1');
  }
}

/** @throws {Error} when no folder is open. */
function openedFolder(client: ImapFlow): MailboxObject {
  if (client.mailbox === false) throw new Error('No folder is open.');
  return client.mailbox;
}

/** UIDs in ascending order. Throws ConnectionLost where the library would answer nothing. */
async function search(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!found || !client.usable) throw new ConnectionLost('The server did not answer a search.');
  return found.toSorted((a, b) => a - b);
}

/** `n:*` names the last message even when its UID is smaller (RFC 9051 §9), hence the filter. */
async function uidsAfter(client: ImapFlow, lastUid: number): Promise<number[]> {
  const found = await search(client, { uid: `${lastUid + 1}:*` });
  return found.filter((uid) => uid > lastUid);
}

/**
 * SEARCH SINCE counts whole days of the server's zone, so one more is asked for and the exact time compared here. Null:
 * everything.
 */
async function uidsSince(client: ImapFlow, since: Date | null): Promise<number[]> {
  if (since === null) return search(client, { all: true });
  const found = await search(client, { since: new Date(since.getTime() - DAY_MS) });
  if (found.length === 0) return [];
  const older = new Set<number>();
  for await (const { uid, internalDate } of client.fetch(found.join(','), { internalDate: true }, { uid: true })) {
    if (internalDate !== undefined && new Date(internalDate) < since) older.add(uid);
  }
  return found.filter((uid) => !older.has(uid));
}

function importOf(uids: number[]): Import | null {
  const through = uids.at(-1);
  return through === undefined ? null : { total: uids.length, through };
}

/** Null: from the beginning. */
function importedFrom(begunAt: Date, { importDays }: ImapSettings): Date | null {
  if (importDays === null) return null;
  return new Date(begunAt.getTime() - importDays * DAY_MS - CLOCK_MARGIN_MS);
}
