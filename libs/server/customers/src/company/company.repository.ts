import { Injectable } from '@nestjs/common';
import type { Actor, CustomFieldValues, ListCompanies } from '@bureau/contracts';
import { checkVersion, Database, InvalidInput, pageFrom, RawJson, readCursor, statement } from '@bureau/platform';
import { companyAccess, customerAccess } from '../customer/customer-access.ts';
import { likePattern } from '../customer/customer-list.queries.ts';

export interface CompanyState {
  name: string;
  externalId: string | null;
  customFields: CustomFieldValues;
  domains: string[];
}

export interface LockedCompany {
  id: number;
  version: string;
  state: CompanyState;
}

const DOMAINS = `(SELECT coalesce(json_agg(d.domain ORDER BY d.domain), '[]') FROM company_domains d WHERE d.company_id = o.id)`;

/** The contract `CompanyRow` of the company `o`. */
const ROW = `'id', o.id, 'name', o.name, 'domains', ${DOMAINS}, 'createdAt', o.created_at, 'updatedAt', o.updated_at`;

/** Ids grow in the order of the states. */
const INSERT = statement(
  'companies.insert',
  `INSERT INTO companies (name, external_id, custom_fields)
   SELECT s.name, s."externalId", s."customFields"
   FROM ROWS FROM (jsonb_to_recordset($1) AS (name text, "externalId" text, "customFields" jsonb)) WITH ORDINALITY AS s
   ORDER BY s.ordinality RETURNING id`,
);

/** The only place that speaks SQL for companies. */
@Injectable()
export class CompanyRepository {
  constructor(private readonly database: Database) {}

  /** The contract `Company`, with its version; undefined when the actor sees none. */
  async read(actor: Actor, companyId: number): Promise<RawJson | undefined> {
    const [access, customers] = [companyAccess(actor, 2), customerAccess(actor, 2)];
    const row = await this.database.row<{ json: string; version: string }>(
      statement(
        `companies.read-${access.kind}`,
        `SELECT json_build_object(${ROW}, 'externalId', o.external_id, 'customFields', o.custom_fields,
           'customerCount', (SELECT count(*) FROM customers p
                             WHERE p.company_id = o.id AND p.merged_into_id IS NULL AND ${customers.sql}))::text AS json,
           o.updated_at::text AS version
         FROM companies o WHERE o.id = $1 AND ${access.sql}`,
      ),
      [companyId, ...access.values],
    );
    return row && new RawJson(row.json, row.version);
  }

  async isVisible(actor: Actor, companyId: number): Promise<boolean> {
    const access = companyAccess(actor, 2);
    const sql = `SELECT FROM companies o WHERE o.id = $1 AND ${access.sql}`;
    return (await this.database.row(sql, [companyId, ...access.values])) !== undefined;
  }

  /** Throws request.invalid at `companyId` when the actor does not see every one of them. */
  async checkNamed(actor: Actor, companyIds: readonly number[]): Promise<void> {
    const named = [...new Set(companyIds)];
    if (named.length === 0) return;
    const access = companyAccess(actor, 2);
    const sql = `SELECT count(*)::int AS seen FROM companies o WHERE o.id = ANY ($1::bigint[]) AND ${access.sql}`;
    const row = await this.database.row<{ seen: number }>(statement(`companies.seen-${access.kind}`, sql), [
      named,
      ...access.values,
    ]);
    if (row?.seen === named.length) return;
    throw new InvalidInput([{ path: 'companyId', message: 'There is no such company; name another one, or null.' }]);
  }

  async list(actor: Actor, { q, externalId, limit, cursor }: ListCompanies): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = companyAccess(actor, 6);
    const pattern = q === undefined ? null : likePattern(q);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT o.id, o.created_at::text AS at, json_build_object(${ROW})::text AS json
       FROM companies o
       WHERE (o.created_at, o.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         AND ${pattern === null ? '$4::text IS NULL' : MATCHING} AND ($5::text IS NULL OR o.external_id = $5) AND ${access.sql}
       ORDER BY o.created_at DESC, o.id DESC LIMIT $3`,
      [place?.at ?? null, place?.id ?? null, limit + 1, pattern, externalId ?? null, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  /** Locks a company that the actor may see; undefined when there is none. Throws request.precondition-failed. */
  async lock(actor: Actor, companyId: number, ifMatch: string | null): Promise<LockedCompany | undefined> {
    const access = companyAccess(actor, 2);
    const locked = await this.database.row<LockedCompany>(
      `SELECT o.id, o.updated_at::text AS version,
         json_build_object('name', o.name, 'externalId', o.external_id, 'customFields', o.custom_fields,
                           'domains', ${DOMAINS}) AS state
       FROM companies o WHERE o.id = $1 AND ${access.sql} FOR NO KEY UPDATE OF o`,
      [companyId, ...access.values],
    );
    if (locked) checkVersion(locked.version, ifMatch);
    return locked;
  }

  /** The oldest one of that name, whatever its capitals and accents, which the actor sees. */
  async idByName(actor: Actor, name: string): Promise<number | undefined> {
    const access = companyAccess(actor, 2);
    const sql = `SELECT o.id FROM companies o WHERE search_fold(o.name) = search_fold($1) AND ${access.sql} ORDER BY o.id LIMIT 1`;
    return (await this.database.row<{ id: number }>(sql, [name.trim(), ...access.values]))?.id;
  }

  /** New ones, without their domains; the ids in the same order. */
  async insertMany(states: readonly CompanyState[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(INSERT, [JSON.stringify(states)]);
    return rows.map(({ id }) => id).toSorted((one, other) => one - other);
  }

  async save(companyId: number, { name, externalId, customFields }: CompanyState): Promise<void> {
    await this.database.run('UPDATE companies SET name = $2, external_id = $3, custom_fields = $4 WHERE id = $1', [
      companyId,
      name,
      externalId,
      JSON.stringify(customFields),
    ]);
  }

  /** Replaces the set. Throws request.invalid for each domain that another company has. */
  async setDomains(companyId: number, domains: readonly string[]): Promise<void> {
    await this.database.run('DELETE FROM company_domains WHERE company_id = $1 AND domain <> ALL($2::text[])', [
      companyId,
      domains,
    ]);
    const kept = await this.database.rows<{ domain: string }>(
      `INSERT INTO company_domains AS d (domain, company_id) SELECT domain, $1 FROM unnest($2::text[]) AS domain
       ON CONFLICT (domain) DO UPDATE SET company_id = d.company_id WHERE d.company_id = EXCLUDED.company_id
       RETURNING d.domain`,
      [companyId, domains],
    );
    const own = new Set(kept.map(({ domain }) => domain));
    const message = 'Another company has this domain; take it from there first.';
    const errors = domains.flatMap((domain, at) => (own.has(domain) ? [] : [{ path: `domains.${at}`, message }]));
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  /** Customers without a company who write from these domains join, with a line in the history of each. */
  async adoptCustomers(
    companyId: number,
    { domains, actor, at }: { domains: readonly string[]; actor: unknown; at: Date },
  ): Promise<void> {
    await this.database.run(
      `WITH joined AS (
         UPDATE customers SET company_id = $1
         WHERE company_id IS NULL AND merged_into_id IS NULL
           AND id IN (SELECT customer_id FROM customer_addresses WHERE split_part(address, '@', 2) = ANY($2::text[]))
         RETURNING id
       )
       INSERT INTO customer_events (customer_id, event, actor, changes, at)
       SELECT id, 'customer.updated', $3,
         jsonb_build_array(jsonb_build_object('field', 'companyId', 'from', NULL, 'to', $1::bigint)), $4
       FROM joined`,
      [companyId, domains, JSON.stringify(actor), at],
    );
  }

  /** Its customers stay, without a company. */
  async delete(companyId: number): Promise<void> {
    await this.database.run('DELETE FROM companies WHERE id = $1', [companyId]);
  }
}

const MATCHING = `o.id IN (
  SELECT id FROM companies WHERE search_fold(name) LIKE search_fold($4)
  UNION SELECT company_id FROM company_domains WHERE domain LIKE lower(ltrim($4, '%')))`;
