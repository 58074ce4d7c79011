import { Injectable } from '@nestjs/common';
import type { Channel, SyncObject } from '@bureau/contracts';
import { OpenCasesForCustomers } from '@bureau/cases';
import { ChangeCompany, ChangeCustomer } from '@bureau/customers';
import { NO_SUBJECT, type DeskValue } from '@bureau/domain';
import { Database, InvalidInput, ProblemError } from '@bureau/platform';
import { LinkRepository, type LinkedRecord } from '../link/link.repository.ts';
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
    private readonly openCases: OpenCasesForCustomers,
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
  private async make(object: SyncObject, wish: DeskWish, how: { suppressRules: boolean }): Promise<number> {
    const [deskId] = await this.makeMany(object, [wish], how);
    if (deskId === undefined) throw new Error(`No ${object} was made.`);
    return deskId;
  }

  /** All as they are wished, or none; the ids in the same order. Throws what the desk has against one of them. */
  async makeMany(
    object: SyncObject,
    wishes: readonly DeskWish[],
    { suppressRules }: { suppressRules: boolean },
  ): Promise<number[]> {
    switch (object) {
      case 'company':
        return this.companies.createMany(
          SALESFORCE,
          wishes.map(companyWish).map(({ name = '', ...rest }) => ({ ...rest, name })),
        );
      case 'customer':
        return this.makeCustomers(wishes);
      case 'case':
        return this.makeCases(wishes, suppressRules);
    }
  }

  private async makeCustomers(wishes: readonly DeskWish[]): Promise<number[]> {
    const companies = await this.linked('company', wishes);
    return this.customers.createMany(
      SALESFORCE,
      wishes.map((wish) => {
        const company = companies.get(String(wish['company']));
        const companyId = company && company.state !== 'tombstone_desk' ? { companyId: company.deskId } : {};
        return { ...customerWish(NO_POINTS, wish), ...companyId };
      }),
    );
  }

  /** They begin with what their descriptions say, as their customers' words. */
  private async makeCases(wishes: readonly DeskWish[], suppressRules: boolean): Promise<number[]> {
    const customers = await this.linked('customer', wishes);
    return this.openCases.run(
      SALESFORCE,
      wishes.map((wish) => {
        const customer = customers.get(String(wish['customer']));
        if (!customer) throw new InvalidInput([NO_CUSTOMER]);
        const {
          subject = NO_SUBJECT,
          description = '',
          status = 'new',
          priority = 4,
          customFields = {},
        } = caseWish(wish);
        return {
          ...{ subject, text: description || subject, description, status, priority, customFields, suppressRules },
          ...{ customerId: customer.deskId, channel: channelOf(wish['channel']) },
        };
      }),
    );
  }

  /** What the wishes point to, by the ids in Salesforce. */
  private linked(object: 'company' | 'customer', wishes: readonly DeskWish[]): Promise<Map<string, LinkedRecord>> {
    return this.links.linkedRecords(
      object,
      wishes.flatMap(({ [object]: id }) => (typeof id === 'string' ? [id] : [])),
    );
  }
}

const NO_CUSTOMER = {
  path: 'customerId',
  message: 'The desk needs a customer here: choose a contact in Salesforce that is linked.',
};

/** Without these there is no record. */
const NEEDED = new Set(['name', 'customer', 'subject']);

function channelOf(value: DeskValue | undefined): Channel {
  const known: readonly Channel[] = ['email', 'phone', 'chat', 'twitter', 'facebook', 'qna'];
  return known.find((channel) => channel === value) ?? 'email';
}
