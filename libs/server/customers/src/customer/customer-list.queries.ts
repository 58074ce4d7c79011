import { Injectable } from '@nestjs/common';
import type { Actor, ListCustomers } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';
import { customerAccess } from './customer-access.ts';
import { ROW } from './customer.statements.ts';

/** The list of customers and its search. */
@Injectable()
export class CustomerListQueries {
  constructor(private readonly database: Database) {}

  /** One page, the newest first; every condition that is named must hold. */
  async list(actor: Actor, wanted: ListCustomers): Promise<RawJson> {
    const { limit, cursor } = wanted;
    const place = readCursor(cursor);
    const access = customerAccess(actor, 4);
    const values = [place?.at ?? null, place?.id ?? null, limit + 1, ...access.values];
    const conditions = conditionsOf(wanted, (value) => `$${values.push(value)}`);

    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT p.id, p.created_at::text AS at, json_build_object(${ROW})::text AS json
       FROM (
         SELECT p.* FROM customers p
         WHERE ${[...conditions, access.sql].join(' AND ')} AND p.merged_into_id IS NULL
           AND (p.created_at, p.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         ORDER BY p.created_at DESC, p.id DESC LIMIT $3
       ) p ORDER BY p.created_at DESC, p.id DESC`,
      values,
    );
    return pageFrom(rows, limit);
  }
}

type Bind = (value: unknown) => string;

function conditionsOf(wanted: ListCustomers, bind: Bind): string[] {
  const { q, email, phone, companyId, externalId, blocked } = wanted;
  return [
    q === undefined ? '' : `p.id IN (${matching(q, bind).join(' UNION ')})`,
    email === undefined
      ? ''
      : `p.id IN (SELECT customer_id FROM customer_addresses WHERE address = ${bind(email.toLowerCase())})`,
    phone === undefined ? '' : `p.id IN (${byPhone(phone, bind)})`,
    companyId === undefined ? '' : `p.company_id = ${bind(companyId)}`,
    externalId === undefined ? '' : `p.external_id = ${bind(externalId)}`,
    blocked === undefined ? '' : `p.blocked_at IS ${blocked ? 'NOT ' : ''}NULL`,
  ].filter(Boolean);
}

/** One way for each index: name, e-mail address, company, and the end of a telephone number. */
function matching(q: string, bind: Bind): string[] {
  const pattern = bind(likePattern(q));
  const ways = [
    `SELECT id FROM customers WHERE search_fold(name) LIKE search_fold(${pattern})`,
    `SELECT customer_id FROM customer_addresses WHERE address LIKE lower(${pattern})`,
    `SELECT m.id FROM customers m JOIN companies o ON o.id = m.company_id WHERE search_fold(o.name) LIKE search_fold(${pattern})`,
  ];
  return /^[\d\s()+./-]{3,}$/.test(q) && digitsOf(q).length >= 3 ? [...ways, byPhone(q, bind)] : ways;
}

/** Part of a text, or the beginning for what is too short to be looked up anywhere. Wildcards of SQL mean themselves. */
export function likePattern(q: string): string {
  const literal = q.replace(/[\\%_]/g, '\\$&');
  return q.length < 3 ? `${literal}%` : `%${literal}%`;
}

function byPhone(phone: string, bind: Bind): string {
  const end = bind(`${[...digitsOf(phone)].reverse().join('')}%`);
  return `SELECT customer_id FROM customer_contacts WHERE kind = 'phone' AND reversed_digits LIKE ${end}`;
}

/** Without the zeros that a number begins with at home: 030 1234 is the end of +49 30 1234. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0+/, '');
}
