import { Injectable } from '@nestjs/common';
import type { ActorStamp, SyncObject, SyncValue } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A field that both sides changed. */
export interface NewConflict {
  linkId: number;
  object: SyncObject;
  deskId: number;
  field: string;
  baseValue: SyncValue;
  deskValue: SyncValue;
  salesforceValue: SyncValue;
  wins: 'desk' | 'salesforce';
  deskBy: ActorStamp | null;
  deskAt: string | null;
  salesforceBy: string | null;
  salesforceAt: string | null;
  at: Date;
}

const ADD = statement(
  'salesforce-conflicts.add',
  `INSERT INTO salesforce_conflicts
     (link_id, object, desk_id, field, base_value, desk_value, salesforce_value, desk_by, desk_at, salesforce_by,
      salesforce_at, at, wins)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

const IS_LATEST = statement(
  'salesforce-conflicts.is-latest',
  `SELECT FROM (SELECT base_value, desk_value, salesforce_value FROM salesforce_conflicts
     WHERE link_id = $1 AND field = $2 ORDER BY id DESC LIMIT 1) k
   WHERE (k.base_value, k.desk_value, k.salesforce_value) IS NOT DISTINCT FROM ($3::jsonb, $4::jsonb, $5::jsonb)`,
);

type Differing = Pick<NewConflict, 'linkId' | 'field' | 'baseValue' | 'deskValue' | 'salesforceValue'>;

/** One that was kept, as far as resolving it needs. */
export type StoredConflict = Pick<
  NewConflict,
  'object' | 'deskId' | 'field' | 'deskValue' | 'salesforceValue' | 'wins'
> & {
  id: number;
};

/** The only place that speaks SQL for conflicts. */
@Injectable()
export class ConflictRepository {
  constructor(private readonly database: Database) {}

  /** Kept from everybody else until the end of the transaction. */
  lock(conflictId: number): Promise<StoredConflict | undefined> {
    return this.database.row<StoredConflict & Record<string, unknown>>(
      `SELECT id, object, desk_id AS "deskId", field, desk_value AS "deskValue", salesforce_value AS "salesforceValue",
         wins
       FROM salesforce_conflicts WHERE id = $1 FOR UPDATE`,
      [conflictId],
    );
  }

  async resolve(
    conflictId: number,
    { state, by, at }: { state: 'kept' | 'restored' | 'edited'; by: number | null; at: Date },
  ): Promise<void> {
    await this.database.run(
      'UPDATE salesforce_conflicts SET state = $2, resolved_by = $3, resolved_at = $4 WHERE id = $1',
      [conflictId, state, by, at],
    );
  }

  /** Whether the last conflict that was kept of the field was of the same values. */
  async isLatest({ linkId, field, ...values }: Differing): Promise<boolean> {
    const { baseValue, deskValue, salesforceValue } = values;
    const compared = [baseValue, deskValue, salesforceValue].map((value) => JSON.stringify(value));
    return (await this.database.row(IS_LATEST, [linkId, field, ...compared])) !== undefined;
  }

  async add(conflict: NewConflict): Promise<void> {
    await this.database.run(ADD, [
      conflict.linkId,
      conflict.object,
      conflict.deskId,
      conflict.field,
      JSON.stringify(conflict.baseValue),
      JSON.stringify(conflict.deskValue),
      JSON.stringify(conflict.salesforceValue),
      conflict.deskBy && JSON.stringify(conflict.deskBy),
      conflict.deskAt,
      conflict.salesforceBy,
      conflict.salesforceAt,
      conflict.at,
      conflict.wins,
    ]);
  }
}
