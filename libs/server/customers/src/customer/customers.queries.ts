import { Injectable } from '@nestjs/common';
import type { Actor, PageQuery } from '@bureau/contracts';
import { caseAccess } from '@bureau/identity';
import { Database, pageFrom, ProblemError, RawJson, readCursor, statement } from '@bureau/platform';
import { customerAccess } from './customer-access.ts';
import { HISTORY, LIVING, readThrough } from './customer.statements.ts';

/** What is read of one customer. */
@Injectable()
export class CustomersQueries {
  constructor(private readonly database: Database) {}

  /** The contract `Customer`, with its version. Throws customer.not-found, customer.merged. */
  async read(actor: Actor, customerId: number): Promise<RawJson> {
    const access = customerAccess(actor, 2);
    const row = await this.database.row<{ json: string; version: string }>(readThrough(access, caseAccess(actor, 2)), [
      customerId,
      ...access.values,
    ]);
    if (!row) throw await this.absence(actor, customerId);
    return new RawJson(row.json, row.version);
  }

  /** Throws customer.not-found, customer.merged. */
  async checkVisible(actor: Actor, customerId: number): Promise<void> {
    if (!(await this.isVisible(actor, customerId))) throw await this.absence(actor, customerId);
  }

  /** Whether there is such a customer, not merged into another, whom the actor may see. */
  async isVisible(actor: Actor, customerId: number): Promise<boolean> {
    const access = customerAccess(actor, 2);
    const sql = `SELECT FROM customers p WHERE p.id = $1 AND p.merged_into_id IS NULL AND ${access.sql}`;
    const row = await this.database.row(statement(`customers.visible-${access.kind}`, sql), [
      customerId,
      ...access.values,
    ]);
    return row !== undefined;
  }

  /** Why there is none: it was merged into one whom the actor may see, or it is not there for him. */
  async absence(actor: Actor, customerId: number): Promise<ProblemError> {
    const living = await this.database.row<{ id: number }>(LIVING, [customerId]);
    if (!living || living.id === customerId || !(await this.isVisible(actor, living.id))) {
      return new ProblemError('customer.not-found');
    }
    return new ProblemError('customer.merged', { mergedIntoId: living.id });
  }

  /** Who changed what, the latest first. Throws customer.not-found, customer.merged. */
  async history(actor: Actor, customerId: number, { limit, cursor }: PageQuery): Promise<RawJson> {
    const place = readCursor(cursor);
    await this.checkVisible(actor, customerId);
    const values = [customerId, place?.at ?? null, place?.id ?? null, limit + 1];
    return pageFrom(await this.database.rows<{ id: number; at: string; json: string }>(HISTORY, values), limit);
  }
}
