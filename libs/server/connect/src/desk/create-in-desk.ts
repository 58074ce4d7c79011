import { Injectable } from '@nestjs/common';
import type { Channel, SyncObject } from '@bureau/contracts';
import { OpenCaseForCustomer } from '@bureau/cases';
import { ChangeCompany, ChangeCustomer } from '@bureau/customers';
import { NO_SUBJECT, type DeskValue } from '@bureau/domain';
import { Database, InvalidInput, ProblemError } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { refusalOf } from './refusal-of.ts';
import { SALESFORCE } from './sync-actor.ts';
import { caseWish, companyWish, customerWish, type DeskWish } from './desk-wishes.ts';

const NO_POINTS = { address: null, emails: [], phoneNumbers: [] };

/** What the desk says of a record that it could not make. */
export interface NotMade {
  why: string;
}

/** Makes at the desk what began in Salesforce, through the verbs that people use. */
@Injectable()
export class CreateInDesk {
  constructor(
    private readonly companies: ChangeCompany,
    private readonly customers: ChangeCustomer,
    private readonly openCase: OpenCaseForCustomer,
    private readonly links: LinkRepository,
    private readonly database: Database,
  ) {}

  /** The new record's id; or why the desk does not take it. What it refuses of single fields is left out. */
  async run(object: SyncObject, wish: DeskWish, { suppressRules = false } = {}): Promise<number | NotMade> {
    let left = { ...wish };
    for (;;) {
      try {
        return await this.database.savepoint(() => this.make(object, left, { suppressRules }));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { fields, message } = refusalOf(error);
        const named = fields.filter((field) => field in left && !NEEDED.has(field));
        if (named.length === 0) return { why: message };
        left = Object.fromEntries(Object.entries(left).filter(([field]) => !named.includes(field)));
      }
    }
  }

  /** As it is wished, or not at all: throws what the desk has against it. */
  async make(object: SyncObject, wish: DeskWish, { suppressRules }: { suppressRules: boolean }): Promise<number> {
    switch (object) {
      case 'company': {
        const { name = '', ...rest } = companyWish(wish);
        return this.companies.create(SALESFORCE, { ...rest, name });
      }
      case 'customer':
        return this.customers.create(SALESFORCE, {
          ...customerWish(NO_POINTS, wish),
          ...(await this.companyOf(wish['company'])),
        });
      case 'case':
        return this.makeCase(wish, suppressRules);
    }
  }

  /** It begins with what its description says, as its customer's words. */
  private async makeCase(wish: DeskWish, suppressRules: boolean): Promise<number> {
    const customerId = await this.deskIdOf('customer', wish['customer']);
    const { subject = NO_SUBJECT, description = '', status = 'new', priority = 4, customFields = {} } = caseWish(wish);
    const { caseId } = await this.openCase.run(SALESFORCE, {
      ...{ subject, text: description || subject, customerId, description, status, priority, customFields },
      ...{ direction: 'in', send: false, channel: channelOf(wish['channel']), uploadIds: [], labels: [] },
      ...{ assigneeId: null, language: null, externalId: null, suppressRules },
    });
    return caseId;
  }

  private async companyOf(salesforceId: DeskValue | undefined): Promise<{ companyId?: number }> {
    if (typeof salesforceId !== 'string') return {};
    const link = await this.links.ofSalesforce('company', salesforceId);
    return link && link.state !== 'tombstone_desk' ? { companyId: link.deskId } : {};
  }

  /** Throws request.invalid. */
  private async deskIdOf(object: SyncObject, salesforceId: DeskValue | undefined): Promise<number> {
    const link = typeof salesforceId === 'string' ? await this.links.ofSalesforce(object, salesforceId) : undefined;
    if (link) return link.deskId;
    throw new InvalidInput([
      {
        path: `${object}Id`,
        message: 'The desk needs a customer here: choose a contact in Salesforce that is linked.',
      },
    ]);
  }
}

/** Without these there is no record. */
const NEEDED = new Set(['name', 'customer', 'subject']);

function channelOf(value: DeskValue | undefined): Channel {
  const known: readonly Channel[] = ['email', 'phone', 'chat', 'twitter', 'facebook', 'qna'];
  return known.find((channel) => channel === value) ?? 'email';
}
