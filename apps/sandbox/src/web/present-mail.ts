import type { Mailboxes, StoredMail } from '../mail/mailboxes.ts';
import { readMail, type MailContent } from '../mail/read-mail.ts';

export type MailView = Omit<MailContent, 'attachments'> & {
  id: string;
  address: string;
  folder: StoredMail['folder'];
  read: boolean;
  /** ISO 8601, when it reached the mailbox. */
  receivedAt: string;
  envelope: StoredMail['envelope'];
  attachments: (MailContent['attachments'][number] & { url: string })[];
  rawUrl: string;
  htmlUrl: string;
};

const REMEMBERED = 500;

/** Shows stored mails with their content; remembers what it has read, since a mail's bytes never change. */
export class MailPresenter {
  readonly #mailboxes: Mailboxes;
  readonly #contents = new Map<string, Promise<MailContent>>();

  constructor(mailboxes: Mailboxes) {
    this.#mailboxes = mailboxes;
  }

  async present(mail: StoredMail): Promise<MailView> {
    const content = await this.#contentOf(mail);
    const base = `/api/mails/${mail.id}`;
    return {
      ...content,
      id: mail.id,
      address: mail.address,
      folder: mail.folder,
      read: this.#mailboxes.isRead(mail),
      receivedAt: mail.at,
      envelope: mail.envelope,
      attachments: content.attachments.map((one, index) => ({ ...one, url: `${base}/attachments/${index}` })),
      rawUrl: `${base}/raw`,
      htmlUrl: `${base}/html`,
    };
  }

  #contentOf(mail: StoredMail): Promise<MailContent> {
    const known = this.#contents.get(mail.id);
    if (known) return known;
    const read = readMail(this.#mailboxes.raw(mail));
    const oldest = this.#contents.keys().next().value;
    if (this.#contents.size >= REMEMBERED && oldest !== undefined) this.#contents.delete(oldest);
    this.#contents.set(mail.id, read);
    return read;
  }
}
