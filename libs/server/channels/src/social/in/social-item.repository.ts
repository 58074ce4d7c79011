import { Injectable } from '@nestjs/common';
import type { Network, SocialAccountState, SocialImports } from '@bureau/contracts';
import { Database, statement, type StoredBlob } from '@bureau/platform';
import type { MailEnvelope } from '../../intake/intake-item.entity.ts';

/** An item of the ledger whose turn has come, with the account that it came to. */
export interface SocialItem {
  id: number;
  source: string;
  externalId: string;
  rawSha256: string;
  envelope: MailEnvelope;
  receivedAt: Date;
  attempts: number;
  network: Network;
  accountId: number;
  /** The network's own id of the account. */
  listenerId: string;
  handle: string;
  accountName: string;
  state: SocialAccountState;
  imports: SocialImports;
  connectedAt: Date;
  brandId: number;
  groupId: number | null;
  demo: boolean;
}

const TAKE = statement(
  'intake.take-social',
  `UPDATE intake_items i SET attempts = attempts + 1
   FROM social_accounts w WHERE i.id = $1 AND i.fate = 'waiting' AND w.id = i.social_account_id
   RETURNING i.id, i.source, i.external_id AS "externalId", i.raw_sha256 AS "rawSha256", i.envelope,
     i.received_at AS "receivedAt", i.attempts, w.network, w.id AS "accountId", w.external_id AS "listenerId", w.handle,
     w.name AS "accountName", w.state, w.imports, w.connected_at AS "connectedAt", w.brand_id AS "brandId",
     w.group_id AS "groupId", w.demo`,
);

/**
 * All units of one delivery at once, in one order for everybody. When an account was last heard is true to some seconds: of
 * many deliveries at a time none waits for the transaction of another.
 */
const RECORD = statement(
  'intake.record-social',
  `WITH blob AS (INSERT INTO blobs (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING),
   item AS (
     INSERT INTO intake_items (source, external_id, received_at, envelope, raw_sha256, size, social_account_id, demo)
     SELECT u.source, u."externalId", $3, u.envelope, $1, $2, u."accountId", coalesce(a.demo, false)
     FROM jsonb_to_recordset($4) u (source text, "externalId" text, envelope jsonb, "accountId" bigint)
       LEFT JOIN social_accounts a ON a.id = u."accountId"
     ORDER BY u.source, u."externalId"
     ON CONFLICT (source, external_id) DO NOTHING RETURNING id, source, external_id, social_account_id
   ),
   heard AS (
     UPDATE social_accounts SET last_event_at = $3 WHERE id IN (
       SELECT id FROM social_accounts WHERE id IN (SELECT social_account_id FROM item)
         AND (last_event_at IS NULL OR last_event_at + interval '5 seconds' < $3)
       FOR NO KEY UPDATE SKIP LOCKED)
   )
   SELECT id, source, external_id AS "externalId" FROM item ORDER BY id`,
);

/** Part of what a network handed over; `externalId` is unique within `source`. */
export interface UnitToRecord {
  source: string;
  externalId: string;
  accountId: number | null;
  envelope: MailEnvelope;
}

export interface RecordedUnit {
  id: number;
  source: string;
  externalId: string;
}

@Injectable()
export class SocialItemRepository {
  constructor(private readonly database: Database) {}

  /** Those that are new in the ledger. */
  record(units: readonly UnitToRecord[], { sha256, size }: StoredBlob, receivedAt: Date): Promise<RecordedUnit[]> {
    return this.database.rows<RecordedUnit>(RECORD, [sha256, size, receivedAt, JSON.stringify(units)]);
  }

  /** Counts an attempt and reads the item; undefined when it is settled already, or came to no account. */
  take(id: number): Promise<SocialItem | undefined> {
    return this.database.row<SocialItem>(TAKE, [id]);
  }
}
