import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';
import { normalAddress } from './address.ts';

/** `bounced`: accepted by the receiver, but thrown back at the sender afterwards; the person never sees it. */
const Folder = z.enum(['inbox', 'sent', 'bounced']);
export type Folder = z.infer<typeof Folder>;

const StoredMail = z.object({
  id: z.string(),
  address: z.string(),
  folder: Folder,
  at: z.string(),
  messageId: z.string(),
  envelope: z.object({ from: z.string(), to: z.array(z.string()) }),
});
/** One copy in one person's mailbox; its bytes are a file of their own. `at` is ISO 8601; `from` '' is the null sender. */
export type StoredMail = z.infer<typeof StoredMail>;

const Fact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('kept'), mail: StoredMail }),
  z.object({ fact: z.literal('read'), id: z.string() }),
]);

/** Every person's mails: raw .eml files beside one small journal. */
export class Mailboxes {
  readonly #dir: string;
  readonly #journal: Journal<z.infer<typeof Fact>>;
  readonly #mails = new Map<string, StoredMail>();
  readonly #byAddress = new Map<string, StoredMail[]>();
  readonly #read = new Set<string>();

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'mailboxes');
    this.#journal = new Journal(join(dataDir, 'mails.jsonl'), Fact);
    for (const fact of this.#journal.facts()) this.#apply(fact);
  }

  /** The bytes are on disk before the journal speaks of them. */
  keep(mail: StoredMail, raw: Buffer): void {
    mkdirSync(this.#folderOf(mail.address), { recursive: true });
    writeFileSync(this.#fileOf(mail), raw);
    this.#note({ fact: 'kept', mail });
  }

  /** Newest first. */
  list(address: string): StoredMail[] {
    const theirs = this.#byAddress.get(normalAddress(address)) ?? [];
    return theirs.filter((mail) => mail.folder !== 'bounced').reverse();
  }

  find(id: string): StoredMail | undefined {
    return this.#mails.get(id);
  }

  raw(mail: StoredMail): Buffer {
    return readFileSync(this.#fileOf(mail));
  }

  /** How often this address accepted a mail with this Message-ID, delivered or not; without an address, anybody. */
  copies(messageId: string, address?: string): number {
    const held =
      address === undefined ? [...this.#mails.values()] : (this.#byAddress.get(normalAddress(address)) ?? []);
    return held.filter((mail) => mail.folder !== 'sent' && mail.messageId === messageId).length;
  }

  /** Every Message-ID that an address accepted more than once: empty in a world where nothing is sent twice. */
  sentTwice(): { messageId: string; address: string; copies: number }[] {
    const received = [...this.#mails.values()].filter((mail) => mail.folder !== 'sent' && mail.messageId !== '');
    const groups = Map.groupBy(received, (mail) => JSON.stringify([mail.messageId, mail.address]));
    return [...groups.values()].flatMap(([first, ...others]) =>
      first && others.length > 0
        ? [{ messageId: first.messageId, address: first.address, copies: others.length + 1 }]
        : [],
    );
  }

  unread(address: string): number {
    return this.list(address).filter((mail) => mail.folder === 'inbox' && !this.#read.has(mail.id)).length;
  }

  isRead(mail: StoredMail): boolean {
    return mail.folder === 'sent' || this.#read.has(mail.id);
  }

  markRead(id: string): void {
    if (!this.#read.has(id)) this.#note({ fact: 'read', id });
  }

  reset(): void {
    rmSync(this.#dir, { recursive: true, force: true });
    this.#journal.clear();
    this.#mails.clear();
    this.#byAddress.clear();
    this.#read.clear();
  }

  #note(fact: z.infer<typeof Fact>): void {
    this.#journal.note(fact);
    this.#apply(fact);
  }

  #apply(fact: z.infer<typeof Fact>): void {
    if (fact.fact === 'read') return void this.#read.add(fact.id);
    const { mail } = fact;
    const theirs = this.#byAddress.get(mail.address) ?? [];
    theirs.push(mail);
    this.#byAddress.set(mail.address, theirs);
    this.#mails.set(mail.id, mail);
  }

  #folderOf(address: string): string {
    return join(this.#dir, encodeURIComponent(address).replaceAll('.', '%2E').slice(0, 200));
  }

  #fileOf(mail: StoredMail): string {
    return join(this.#folderOf(mail.address), `${mail.id}.eml`);
  }
}
