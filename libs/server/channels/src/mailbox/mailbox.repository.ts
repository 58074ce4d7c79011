import { Injectable } from '@nestjs/common';
import type { Mailbox, MailboxState } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { MailboxEntity } from './mailbox.entity.ts';

/** The contract `Mailbox` from `m` and its brand. */
const PRESENTED = `
  m.id, json_build_object('id', b.id, 'name', b.name) AS brand, m.address, m.name, m.imap, m.smtp,
  m.group_id AS "groupId", m.auto_acknowledge AS "autoAcknowledge", m.survey, m.survey_after_hours AS "surveyAfterHours", m.enabled,
  (m.id = b.default_mailbox_id) IS TRUE AS "isDefault",
  CASE WHEN m.enabled OR m.imap IS NOT NULL THEN m.state ELSE 'paused' END AS state, m.state_reason AS "stateReason", m.sending_trouble AS "sendingTrouble",
  (SELECT json_build_object('total', k.import_total, 'done',
     CASE WHEN k.last_uid >= k.import_through THEN k.import_total ELSE least(k.import_done, k.import_total) END)
   FROM mailbox_cursors k WHERE k.mailbox_id = m.id AND k.folder = m.imap ->> 'folder' AND k.import_total > 0) AS imported,
  (SELECT json_build_object('at', a.at, 'by', a.actor ->> 'name') FROM audit_entries a
   WHERE a.noun = 'mailbox' AND a.object_id = m.id ORDER BY a.at DESC, a.id DESC LIMIT 1) AS changed,
  (SELECT to_json(i.received_at) #>> '{}' FROM intake_items i WHERE i.mailbox_id = m.id
   ORDER BY i.received_at DESC, i.id DESC LIMIT 1) AS "lastReceivedAt"`;

const BY_ADDRESS = statement(
  'mailboxes.by-address',
  'SELECT id, address, enabled, imap IS NOT NULL AS fetched FROM mailboxes WHERE address = ANY($1)',
);

export interface MailboxAtAddress {
  id: number;
  address: string;
  enabled: boolean;
  /** Its mail is fetched by IMAP. */
  fetched: boolean;
}

@Injectable()
export class MailboxRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<Mailbox[]> {
    return this.database.rows<Mailbox>(
      `SELECT ${PRESENTED} FROM mailboxes m JOIN brands b ON b.id = m.brand_id ORDER BY b.id, m.address`,
    );
  }

  present(id: number): Promise<Mailbox | undefined> {
    return this.database.row<Mailbox>(
      `SELECT ${PRESENTED} FROM mailboxes m JOIN brands b ON b.id = m.brand_id WHERE m.id = $1`,
      [id],
    );
  }

  find(id: number): Promise<MailboxEntity | null> {
    return this.database.repository(MailboxEntity).findOneBy({ id });
  }

  /** Mailboxes that are fetched by IMAP and enabled. */
  findFetched(): Promise<MailboxEntity[]> {
    return this.database
      .repository(MailboxEntity)
      .createQueryBuilder('mailbox')
      .where('mailbox.enabled AND mailbox.imap IS NOT NULL')
      .getMany();
  }

  /** The mailbox that an envelope recipient means: the address itself, or its part before `+`. */
  async findForRecipient(recipient: string): Promise<MailboxAtAddress | undefined> {
    const address = recipient.toLowerCase();
    const plain = address.replace(/\+[^@]*@/, '@');
    const found = await this.database.rows<MailboxAtAddress>(BY_ADDRESS, [[address, plain]]);
    return found.find((mailbox) => mailbox.address === address) ?? found[0];
  }

  async addresses(): Promise<string[]> {
    const rows = await this.database.rows<{ address: string }>('SELECT address FROM mailboxes');
    return rows.map(({ address }) => address);
  }

  save(mailbox: Pick<MailboxEntity, 'brandId' | 'address' | 'name'> & Partial<MailboxEntity>): Promise<MailboxEntity> {
    return this.database.repository(MailboxEntity).save({ ...mailbox, address: mailbox.address.toLowerCase() });
  }

  /** The mailbox as it is, kept from changing, and from receiving, until the end of the transaction. */
  async lock(id: number): Promise<MailboxEntity | null> {
    await this.database.run('SELECT 1 FROM mailboxes WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id);
  }

  /** Whether mail of it waits to be read, or waits to leave through its own server. */
  async isBusy({ id, address, smtp }: Pick<MailboxEntity, 'id' | 'address' | 'smtp'>): Promise<boolean> {
    const row = await this.database.row<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM intake_items WHERE mailbox_id = $1 AND fate = 'waiting')
         OR ($3 AND EXISTS (SELECT FROM deliveries d JOIN messages m ON m.id = d.message_id
                            WHERE d.state IN ('pending', 'sending') AND m.from_address = $2)) AS busy`,
      [id, address, smtp !== null],
    );
    return row?.busy ?? false;
  }

  /** The mailbox that answers for the brand when this one is gone: its default, or its first other one in use. */
  async successor({ id, brandId }: Pick<MailboxEntity, 'id' | 'brandId'>): Promise<number | null> {
    const row = await this.database.row<{ id: number }>(
      `SELECT m.id FROM mailboxes m JOIN brands b ON b.id = m.brand_id WHERE b.id = $1 AND m.id <> $2 AND m.enabled
       ORDER BY (m.id = b.default_mailbox_id) IS TRUE DESC, m.id LIMIT 1`,
      [brandId, id],
    );
    return row?.id ?? null;
  }

  /** Deletes a mailbox; its cases go on with another one, or with none. */
  async remove(id: number, casesTo: number | null): Promise<void> {
    await this.database.run('UPDATE cases SET mailbox_id = $2 WHERE mailbox_id = $1', [id, casesTo]);
    await this.database.run('DELETE FROM mailboxes WHERE id = $1', [id]);
  }

  async addressTaken(address: string): Promise<boolean> {
    return (
      (await this.database.row('SELECT 1 FROM mailboxes WHERE address = $1', [address.toLowerCase()])) !== undefined
    );
  }

  /** Returns whether the state is another one than before, so that it is reported once. */
  async setState(id: number, state: MailboxState, reason: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE mailboxes SET state = $2, state_reason = $3, updated_at = now()
       WHERE id = $1 AND (state, state_reason) IS DISTINCT FROM ($2, $3)`,
      [id, state, reason],
    );
    return changed > 0;
  }

  /** Why its own outbound server cannot be used; empty when it can again. */
  async setSendingTrouble(id: number, words: string): Promise<void> {
    await this.database.run('UPDATE mailboxes SET sending_trouble = $2 WHERE id = $1 AND sending_trouble <> $2', [
      id,
      words,
    ]);
  }
}
