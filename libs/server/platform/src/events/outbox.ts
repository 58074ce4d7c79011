import { Injectable } from '@nestjs/common';
import type { EventName, EventPayload } from '@bureau/contracts';
import { Database, statement } from '../database/index.ts';
import { OutboxBell } from './outbox-bell.ts';

const ADD = statement('outbox.add', 'INSERT INTO outbox (name, payload) VALUES ($1, $2)');

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

  /** After a statement that added its fact by itself. */
  ring(): void {
    this.bell.ring();
  }
}
