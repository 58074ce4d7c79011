import { Injectable } from '@nestjs/common';
import type { Actor, SyncObject } from '@bureau/contracts';
import { UpdateCase } from '@bureau/cases';
import { ChangeCompany, ChangeCustomer } from '@bureau/customers';
import type { DeskValue } from '@bureau/domain';
import { Database, ProblemError } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import type { DeskRecord } from './desk-record.queries.ts';
import { caseWish, companyWish, customerWish, type DeskWish } from './desk-wishes.ts';
import { refusalOf, type DeskRefusal } from './refusal-of.ts';
import { SALESFORCE } from './sync-actor.ts';

/** Which fields the desk did not take, each with its reason; all others are written. */
export type RefusedByDesk = Record<string, string>;

/** In whose name, and whether rules are left out of it. */
export interface Writing {
  actor?: Actor;
  suppressRules?: boolean;
}

/**
 * Writes what came from Salesforce through the verbs that people use: with history, facts and rules, in the name of the
 * sync. What the desk refuses is left out, and the rest goes on.
 */
@Injectable()
export class WriteDeskRecord {
  constructor(
    private readonly changeCompany: ChangeCompany,
    private readonly changeCustomer: ChangeCustomer,
    private readonly updateCase: UpdateCase,
    private readonly links: LinkRepository,
    private readonly database: Database,
  ) {}

  /** In the transaction of the caller. */
  async run(
    record: DeskRecord,
    wish: DeskWish,
    { actor = SALESFORCE, suppressRules = false }: Writing = {},
  ): Promise<RefusedByDesk> {
    const refused: RefusedByDesk = {};
    let left = { ...wish };
    while (Object.keys(left).length > 0) {
      const problem = await this.attempt({ actor, suppressRules }, record, left);
      if (!problem) return refused;
      const named = problem.fields.filter((field) => field in left);
      for (const field of named.length > 0 ? named : Object.keys(left)) refused[field] = problem.message;
      left = Object.fromEntries(Object.entries(left).filter(([field]) => !(field in refused)));
    }
    return refused;
  }

  private async attempt(how: Required<Writing>, record: DeskRecord, wish: DeskWish): Promise<DeskRefusal | null> {
    try {
      await this.database.savepoint(() => this.write(how, record, wish));
      return null;
    } catch (error) {
      if (error instanceof ProblemError) return refusalOf(error);
      throw error;
    }
  }

  private async write({ actor, suppressRules }: Required<Writing>, record: DeskRecord, wish: DeskWish): Promise<void> {
    switch (record.object) {
      case 'company':
        return this.changeCompany.update(actor, record.id, companyWish(wish), null);
      case 'customer': {
        const wanted = { ...customerWish(record, wish), ...(await this.companyOf(wish)) };
        return this.changeCustomer.update(actor, record.id, wanted, null);
      }
      case 'case': {
        const wanted = { ...caseWish(wish), ...(await this.customerOf(wish)) };
        await this.updateCase.run(actor, record.id, { ...wanted, ...(suppressRules && { suppressRules }) });
      }
    }
  }

  private async companyOf({ company }: DeskWish): Promise<{ companyId?: number | null }> {
    if (company === undefined) return {};
    return { companyId: company === null ? null : await this.deskIdOf('company', company) };
  }

  private async customerOf({ customer }: DeskWish): Promise<{ customerId?: number }> {
    return customer === undefined ? {} : { customerId: await this.deskIdOf('customer', customer) };
  }

  /** Throws request.invalid when it is not linked. */
  private async deskIdOf(object: SyncObject, salesforceId: DeskValue): Promise<number> {
    const link = await this.links.ofSalesforce(object, String(salesforceId));
    if (link) return link.deskId;
    const message = `The record of Salesforce that this names (${String(salesforceId)}) is not linked to one of the desk.`;
    throw new ProblemError('request.invalid', { errors: [{ path: `${object}Id`, message }] });
  }
}
