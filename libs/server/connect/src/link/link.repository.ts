import { Injectable } from '@nestjs/common';
import type { SyncObject, SyncProblem } from '@bureau/contracts';
import type { SyncLink } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** A record of the desk and its counterpart in Salesforce, with all that is known of the two. */
export interface StoredLink extends SyncLink {
  id: number;
  object: SyncObject;
  deskId: number;
  /** By rule or macro: it is to be in Salesforce, whatever the conditions say. */
  wanted: boolean;
  /** Of a customer who is an account of a person: the contact that cases point to; null: none, or not known yet. */
  personContactId: string | null;
  /** Why nothing of it goes; null: it does. */
  problem: SyncProblem | null;
}

/** What is linked to an id in Salesforce. */
export type LinkedRecord = Pick<StoredLink, 'deskId' | 'state'>;

/** A link from its beginning. */
export interface NewLink extends SyncLink {
  deskId: number;
}

const COLUMNS = `id, object, desk_id AS "deskId", salesforce_id AS "salesforceId", state, wanted, base, sent, payload,
  stamp, seen_at AS "seenAt", held, provenance, attempts, problem,
  person_contact_id AS "personContactId"`;

const OF_DESK = statement(
  'salesforce-links.of-desk',
  `SELECT ${COLUMNS} FROM salesforce_links WHERE object = $1 AND desk_id = $2`,
);

const OF_SALESFORCE = statement(
  'salesforce-links.of-salesforce',
  `SELECT ${COLUMNS} FROM salesforce_links WHERE object = $1 AND (salesforce_id = $2 OR person_contact_id = $2)`,
);

const OF_DESKS = statement(
  'salesforce-links.of-desks',
  `SELECT ${COLUMNS} FROM salesforce_links WHERE object = $1 AND desk_id = ANY ($2::bigint[])`,
);

const OF_SALESFORCES = statement(
  'salesforce-links.of-salesforces',
  `SELECT ${COLUMNS} FROM salesforce_links WHERE object = $1 AND salesforce_id = ANY ($2::text[])`,
);

const BEGIN = statement(
  'salesforce-links.begin',
  `INSERT INTO salesforce_links (object, desk_id) VALUES ($1, $2) ON CONFLICT (object, desk_id) DO NOTHING
   RETURNING ${COLUMNS}`,
);

const BEGIN_MANY = statement(
  'salesforce-links.begin-many',
  `INSERT INTO salesforce_links (object, desk_id) SELECT $1, id FROM unnest($2::bigint[]) AS id ORDER BY id
   ON CONFLICT (object, desk_id) DO NOTHING`,
);

const ADD_LINKED = statement(
  'salesforce-links.add-linked',
  `INSERT INTO salesforce_links (object, desk_id, salesforce_id, state, base, stamp, seen_at, held, provenance)
   SELECT $1, w."deskId", w."salesforceId", w.state, w.base, w.stamp, w."seenAt", w.held, w.provenance
   FROM jsonb_to_recordset($2) AS w ("deskId" bigint, "salesforceId" text, state text, base jsonb, stamp bigint,
     "seenAt" bigint, held jsonb, provenance jsonb)
   RETURNING ${COLUMNS}`,
);

const DELETED_COMPANIES = statement(
  'salesforce-links.deleted-companies',
  `SELECT l.salesforce_id AS id FROM salesforce_links l
   WHERE l.object = 'company' AND l.salesforce_id = ANY ($1::text[])
     AND NOT EXISTS (SELECT FROM companies c WHERE c.id = l.desk_id)`,
);

const LINKED_RECORDS = statement(
  'salesforce-links.linked-records',
  `SELECT w.id, found.* FROM unnest($2::text[]) AS w (id) CROSS JOIN LATERAL (
     SELECT l.desk_id AS "deskId", l.state FROM salesforce_links l WHERE l.object = $1 AND l.salesforce_id = w.id
     UNION ALL
     SELECT l.desk_id, l.state FROM salesforce_links l WHERE l.object = $1 AND l.person_contact_id = w.id LIMIT 1) found`,
);

const LINKED = statement(
  'salesforce-links.linked',
  `SELECT w.id FROM unnest($2::text[]) AS w (id)
   WHERE EXISTS (SELECT FROM salesforce_links l WHERE l.object = $1 AND l.salesforce_id = w.id)
     OR EXISTS (SELECT FROM salesforce_links l WHERE l.object = $1 AND l.person_contact_id = w.id)`,
);

const SALESFORCE_IDS = statement(
  'salesforce-links.salesforce-ids',
  `SELECT l.object || ':' || l.desk_id AS key, coalesce(l.person_contact_id, l.salesforce_id) AS "salesforceId"
   FROM unnest($1::text[], $2::bigint[]) AS w (object, desk_id)
   JOIN salesforce_links l ON l.object = w.object AND l.desk_id = w.desk_id
   WHERE l.salesforce_id IS NOT NULL AND l.state IN ('ok', 'error', 'unlinked')`,
);

const NOW = statement('salesforce-links.now', 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now');

const SAVE = statement(
  'salesforce-links.save',
  `UPDATE salesforce_links l SET salesforce_id = w."salesforceId", state = w.state, base = w.base, sent = w.sent,
     payload = w.payload, stamp = w.stamp, seen_at = w."seenAt", held = w.held, provenance = w.provenance,
     attempts = w.attempts, problem = w.problem,
     person_contact_id = CASE WHEN l.salesforce_id = w."salesforceId" THEN l.person_contact_id END
   FROM jsonb_to_recordset($1) AS w (id bigint, "salesforceId" text, state text, base jsonb, sent jsonb, payload jsonb,
     stamp bigint, "seenAt" bigint, held jsonb, provenance jsonb, attempts integer, problem jsonb)
   WHERE l.id = w.id`,
);

/** The only place that writes links. */
@Injectable()
export class LinkRepository {
  constructor(private readonly database: Database) {}

  ofDesk(object: SyncObject, deskId: number): Promise<StoredLink | undefined> {
    return this.database.row<StoredLink & Record<string, unknown>>(OF_DESK, [object, deskId]);
  }

  /** The contact of a person's account is as good as the account. */
  ofSalesforce(object: SyncObject, salesforceId: string): Promise<StoredLink | undefined> {
    return this.database.row<StoredLink & Record<string, unknown>>(OF_SALESFORCE, [object, salesforceId]);
  }

  /** Of many records of the desk, in no order. */
  ofDesks(object: SyncObject, deskIds: readonly number[]): Promise<StoredLink[]> {
    return this.database.rows<StoredLink & Record<string, unknown>>(OF_DESKS, [object, deskIds]);
  }

  /** Of many records of Salesforce, in no order. */
  ofSalesforces(object: SyncObject, salesforceIds: readonly string[]): Promise<StoredLink[]> {
    return this.database.rows<StoredLink & Record<string, unknown>>(OF_SALESFORCES, [object, salesforceIds]);
  }

  /** The link of a record of the desk, made when there is none yet. */
  async begin(object: SyncObject, deskId: number): Promise<StoredLink> {
    const begun = await this.database.row<StoredLink & Record<string, unknown>>(BEGIN, [object, deskId]);
    const link = begun ?? (await this.ofDesk(object, deskId));
    if (!link) throw new Error(`The link of ${object} ${deskId} vanished.`);
    return link;
  }

  /** As {@link begin}, for many records; in no order. */
  async beginMany(object: SyncObject, deskIds: readonly number[]): Promise<StoredLink[]> {
    if (deskIds.length === 0) return [];
    await this.database.run(BEGIN_MANY, [object, deskIds]);
    return this.ofDesks(object, deskIds);
  }

  /** Of records that have just been made from rows of Salesforce, and of which nothing was sent; in no order. */
  addLinked(object: SyncObject, links: readonly NewLink[]): Promise<StoredLink[]> {
    return this.database.rows<StoredLink & Record<string, unknown>>(ADD_LINKED, [object, JSON.stringify(links)]);
  }

  /** The records of the desk that ids in Salesforce stand for; the contact of a person's account is as good as the account. */
  async linkedRecords(object: SyncObject, salesforceIds: readonly string[]): Promise<Map<string, LinkedRecord>> {
    if (salesforceIds.length === 0) return new Map();
    const rows = await this.database.rows<LinkedRecord & { id: string }>(LINKED_RECORDS, [
      object,
      [...new Set(salesforceIds)],
    ]);
    return new Map(rows.map(({ id, ...linked }) => [id, linked]));
  }

  /** Those of the ids in Salesforce that are linked; the contact of a person's account is as good as the account. */
  async linked(object: SyncObject, salesforceIds: readonly string[]): Promise<Set<string>> {
    if (salesforceIds.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(LINKED, [object, salesforceIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the ids in Salesforce whose company was deleted at the desk. */
  async deletedCompanies(salesforceIds: readonly string[]): Promise<Set<string>> {
    if (salesforceIds.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(DELETED_COMPANIES, [salesforceIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether it is wanted is left as it is, others say so; and so is its contact, as long as it stays linked to the same. */
  save(link: StoredLink): Promise<void> {
    return this.saveMany([link]);
  }

  /** As {@link save}. */
  async saveMany(links: readonly StoredLink[]): Promise<void> {
    if (links.length > 0) await this.database.run(SAVE, [JSON.stringify(links)]);
  }

  /** The ids in Salesforce by which others point to linked records of the desk, by `object:deskId`. */
  async salesforceIds(records: readonly { object: SyncObject; deskId: number }[]): Promise<Map<string, string>> {
    if (records.length === 0) return new Map();
    const rows = await this.database.rows<{ key: string; salesforceId: string }>(SALESFORCE_IDS, [
      ...[records.map(({ object }) => object), records.map(({ deskId }) => deskId)],
    ]);
    return new Map(rows.map(({ key, salesforceId }) => [key, salesforceId]));
  }

  /** Those with a record in Salesforce, in the order of their ids. */
  livingAfter(
    object: SyncObject,
    id: number,
    limit: number,
  ): Promise<{ id: number; deskId: number; salesforceId: string }[]> {
    return this.database.rows<{ id: number; deskId: number; salesforceId: string }>(
      `SELECT id, desk_id AS "deskId", salesforce_id AS "salesforceId" FROM salesforce_links
       WHERE object = $1 AND id > $2 AND salesforce_id IS NOT NULL AND state IN ('ok', 'error') ORDER BY id LIMIT $3`,
      [object, id, limit],
    );
  }

  /** Those of the ids in Salesforce that belong to no customer who is known. */
  async unknownCustomers(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT w.id FROM unnest($1::text[]) AS w (id)
       WHERE NOT EXISTS (SELECT FROM salesforce_links l WHERE l.object = 'customer' AND l.salesforce_id = w.id)
         AND NOT EXISTS (SELECT FROM salesforce_links l WHERE l.object = 'customer' AND l.person_contact_id = w.id)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async savePersonContact(accountId: string, contactId: string): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_links SET person_contact_id = $2
       WHERE object = 'customer' AND salesforce_id = $1 AND person_contact_id IS DISTINCT FROM $2`,
      [accountId, contactId],
    );
  }

  /** By rule or macro. False: that was known. */
  async want(object: SyncObject, deskId: number): Promise<boolean> {
    const written = await this.database.run(
      `INSERT INTO salesforce_links AS l (object, desk_id, wanted) VALUES ($1, $2, true)
       ON CONFLICT (object, desk_id) DO UPDATE SET wanted = true WHERE NOT l.wanted`,
      [object, deskId],
    );
    return written > 0;
  }

  /** Milliseconds of the database's clock, which all processes share: before Salesforce is asked. */
  async now(): Promise<number> {
    const row = await this.database.row<{ now: number }>(NOW);
    return row?.now ?? 0;
  }
}
