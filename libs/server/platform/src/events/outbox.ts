import { Injectable } from '@nestjs/common';
import type { EventName, EventPayload } from '@bureau/contracts';
import { Database, statement } from '../database/index.ts';
import { OutboxBell } from './outbox-bell.ts';

const ADD = statement('outbox.add', 'INSERT INTO outbox (name, payload) VALUES ($1, $2)');

const ADD_MANY = statement(
  'outbox.add-many',
  `INSERT INTO outbox (name, payload)
   SELECT $1, payload FROM jsonb_array_elements($2) WITH ORDINALITY AS facts (payload, n) ORDER BY n`,
);

/** Where a write records what happened, in its own transaction: the fact is kept exactly when the write is. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly bell: OutboxBell,
  ) {}

  async add<N extends EventName>(name: N, payload: EventPayload<N>): Promise<void> {
    await this.database.run(ADD, [name, JSON.stringify(payload)]);
    this.bell.ring();
  }

  /** One statement for all, in this order. */
  async addMany<N extends EventName>(name: N, payloads: readonly EventPayload<N>[]): Promise<void> {
    if (payloads.length === 0) return;
    await this.database.run(ADD_MANY, [name, JSON.stringify(payloads)]);
    this.bell.ring();
  }

  /** After a statement that added its fact by itself. */
  ring(): void {
    this.bell.ring();
  }
}
