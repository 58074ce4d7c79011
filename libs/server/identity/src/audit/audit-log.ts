import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor, type AuditAction, type AuditNoun } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';
import { differenceOf, type Fields } from './audit-difference.ts';

export interface AuditInput {
  noun: AuditNoun;
  /** Of the thing that was changed; null for what has no number. */
  id: number | null;
  /** What it is called, so that the entry can be read when it is gone. */
  name: string;
  action: AuditAction;
  /** The whole state before and after; only what differs is kept, and no secret. Leave out what there was or is not. */
  before?: Fields;
  after?: Fields;
}

/** Who changed the desk's settings. Entries are never changed or deleted; the database refuses it. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes what was done, in the transaction that did it. A change that left everything as it was is none, and is not
   * written.
   */
  async record(actor: Actor, { noun, id, name, action, before, after }: AuditInput): Promise<void> {
    const difference = differenceOf(before ?? null, after ?? null);
    if (!difference) return;
    await this.database.run(
      `INSERT INTO audit_entries (at, actor, user_id, noun, object_id, object_name, action, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.clock.now(),
        JSON.stringify(stampOf(actor)),
        userIdOf(actor) ?? null,
        noun,
        id,
        name,
        action,
        jsonOf(difference.before),
        jsonOf(difference.after),
      ],
    );
  }
}

function jsonOf(fields: Fields | null): string | null {
  return fields && JSON.stringify(fields);
}
