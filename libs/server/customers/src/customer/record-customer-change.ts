import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type FieldChange } from '@bureau/contracts';
import { Clock, Database, Outbox, statement } from '@bureau/platform';

const TELL = statement(
  'customers.tell',
  'INSERT INTO customer_events (customer_id, event, actor, changes, at) VALUES ($1, $2, $3, $4, $5)',
);

const TELL_MANY = statement(
  'customers.tell-many',
  `INSERT INTO customer_events (customer_id, event, actor, changes, at)
   SELECT l."customerId", $2, $3, l.changes, $4
   FROM ROWS FROM (jsonb_to_recordset($1) AS ("customerId" bigint, changes jsonb)) WITH ORDINALITY AS l
   ORDER BY l.ordinality`,
);

/** The end of every write that changes a customer: one line of history and one fact. */
@Injectable()
export class RecordCustomerChange {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    customerId: number,
    { event, changes }: { event: string; changes: FieldChange[] },
  ): Promise<void> {
    await this.tell(actor, customerId, { event, changes });
    await this.outbox.add('customer.updated', { customerId, actor: stampOf(actor), event, changes });
  }

  /** As {@link run}, for many at once. */
  async runMany(
    actor: Actor,
    event: string,
    changed: readonly { customerId: number; changes: FieldChange[] }[],
  ): Promise<void> {
    if (changed.length === 0) return;
    const stamp = stampOf(actor);
    await this.database.run(TELL_MANY, [JSON.stringify(changed), event, JSON.stringify(stamp), this.clock.now()]);
    const facts = changed.map(({ customerId, changes }) => ({ customerId, actor: stamp, event, changes }));
    await this.outbox.addMany('customer.updated', facts);
  }

  /** Only the line of history, for a write with a fact of its own. */
  async tell(actor: Actor, customerId: number, line: { event: string; changes: FieldChange[] }): Promise<void> {
    const values = [JSON.stringify(stampOf(actor)), JSON.stringify(line.changes), this.clock.now()];
    await this.database.run(TELL, [customerId, line.event, ...values]);
  }
}
