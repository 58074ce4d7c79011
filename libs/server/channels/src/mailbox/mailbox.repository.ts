import { Injectable } from '@nestjs/common';
import type { Mailbox, MailboxState } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { MailboxEntity } from './mailbox.entity.ts';

/** The contract `Mailbox` from `m` and its brand. */
const PRESENTED = `
  m.id, json_build_object('id', b.id, 'name', b.name) AS brand, m.address, m.name, m.imap, m.group_id AS "groupId",
  m.auto_acknowledge AS "autoAcknowledge", m.enabled, m.state, m.state_reason AS "stateReason",
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
}
