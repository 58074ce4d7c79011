import { Injectable } from '@nestjs/common';
import type { Actor, ListCustomers } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';
import { customerAccess } from './customer-access.ts';
import { ROW } from './customer.statements.ts';

/** The list of customers and its search. */
@Injectable()
export class CustomerListQueries {
  constructor(private readonly database: Database) {}

  /**
   * One page, the newest first; every condition that is named must hold. A word is looked for among the latest customers
   * first, which is enough for one that many have; only for a rarer one everybody who has it is gathered.
   */
  async list(actor: Actor, wanted: ListCustomers): Promise<RawJson> {
    const latest = wanted.q === undefined ? undefined : await this.rows(actor, wanted, { amongLatest: true });
    const enough = latest && latest.length > wanted.limit;
    return pageFrom(enough ? latest : await this.rows(actor, wanted, { amongLatest: false }), wanted.limit);
  }

  private rows(actor: Actor, wanted: ListCustomers, { amongLatest }: { amongLatest: boolean }): Promise<Row[]> {
    const place = readCursor(wanted.cursor);
    const access = customerAccess(actor, 4);
    const values = [place?.at ?? null, place?.id ?? null, wanted.limit + 1, ...access.values];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const before = `p.merged_into_id IS NULL
      AND (p.created_at, p.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))`;
    const customers = amongLatest
      ? `(SELECT * FROM customers p WHERE ${before} ORDER BY p.created_at DESC, p.id DESC LIMIT ${LOOKED_THROUGH_AT_MOST})`
      : 'customers';
    const conditions = [...conditionsOf(wanted, { bind, holds: amongLatest ? holding : gathered }), access.sql, before];

    return this.database.rows<Row>(
      `SELECT p.id, p.created_at::text AS at, json_build_object(${ROW})::text AS json
       FROM (
         SELECT p.* FROM ${customers} p WHERE ${conditions.join(' AND ')} ORDER BY p.created_at DESC, p.id DESC LIMIT $3
       ) p ORDER BY p.created_at DESC, p.id DESC`,
      values,
    );
  }
}

/** So many of the latest customers are asked whether they have a word. */
const LOOKED_THROUGH_AT_MOST = 2000;

interface Row {
  id: number;
  at: string;
  json: string;
}

type Bind = (value: unknown) => string;

function conditionsOf(
  wanted: ListCustomers,
  { bind, holds }: { bind: Bind; holds: (q: string, bind: Bind) => string },
): string[] {
  const { q, email, phone, companyId, externalId, blocked } = wanted;
  return [
    q === undefined ? '' : holds(q, bind),
    email === undefined
      ? ''
      : `p.id IN (SELECT customer_id FROM customer_addresses WHERE address = ${bind(email.toLowerCase())})`,
    phone === undefined ? '' : `p.id IN (${byPhone(phone, bind)})`,
    companyId === undefined ? '' : `p.company_id = ${bind(companyId)}`,
    externalId === undefined ? '' : `p.external_id = ${bind(externalId)}`,
    blocked === undefined ? '' : `p.blocked_at IS ${blocked ? 'NOT ' : ''}NULL`,
  ].filter(Boolean);
}

/** Gathered by one way for each index: name, e-mail address, company, and the end of a telephone number. */
function gathered(q: string, bind: Bind): string {
  const pattern = bind(likePattern(q));
  const ways = [
    `SELECT id FROM customers WHERE search_fold(name) LIKE search_fold(${pattern})`,
    `SELECT customer_id FROM customer_addresses WHERE address LIKE lower(${pattern})`,
    `SELECT m.id FROM customers m JOIN companies o ON o.id = m.company_id WHERE search_fold(o.name) LIKE search_fold(${pattern})`,
  ];
  return `p.id IN (${(isPhone(q) ? [...ways, byPhone(q, bind)] : ways).join(' UNION ')})`;
}

/** The same, asked of one customer after the other: an aggregate cannot be turned into a walk through everybody's. */
function holding(q: string, bind: Bind): string {
  const pattern = bind(likePattern(q));
  const ways = [
    `search_fold(p.name) LIKE search_fold(${pattern})`,
    `(SELECT bool_or(a.address LIKE lower(${pattern})) FROM customer_addresses a WHERE a.customer_id = p.id)`,
    `(SELECT bool_or(search_fold(o.name) LIKE search_fold(${pattern})) FROM companies o WHERE o.id = p.company_id)`,
  ];
  if (!isPhone(q)) return `(${ways.join(' OR ')})`;
  const phone = `(SELECT bool_or(t.reversed_digits LIKE ${endOf(q, bind)}) FROM customer_contacts t
    WHERE t.customer_id = p.id AND t.kind = 'phone')`;
  return `(${[...ways, phone].join(' OR ')})`;
}

function isPhone(q: string): boolean {
  return /^[\d\s()+./-]{3,}$/.test(q) && digitsOf(q).length >= 3;
}

/** Part of a text, or the beginning for what is too short to be looked up anywhere. Wildcards of SQL mean themselves. */
export function likePattern(q: string): string {
  const literal = q.replace(/[\\%_]/g, '\\$&');
  return q.length < 3 ? `${literal}%` : `%${literal}%`;
}

function byPhone(phone: string, bind: Bind): string {
  return `SELECT customer_id FROM customer_contacts WHERE kind = 'phone' AND reversed_digits LIKE ${endOf(phone, bind)}`;
}

/** The pattern of all numbers that end so, of digits in reverse. */
function endOf(phone: string, bind: Bind): string {
  return bind(`${[...digitsOf(phone)].reverse().join('')}%`);
}

/** Without the zeros that a number begins with at home: 030 1234 is the end of +49 30 1234. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0+/, '');
}
