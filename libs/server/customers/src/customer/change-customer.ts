import { Injectable } from '@nestjs/common';
import type { Actor, CreateCustomer, UpdateCustomer } from '@bureau/contracts';
import { decideCustomer, NOBODY, type CustomerDecision, type CustomerState } from '@bureau/domain';
import { Clock, InvalidInput, Transactional } from '@bureau/platform';
import { CompanyRepository } from '../company/company.repository.ts';
import { CustomFieldRepository } from '../custom-field/custom-field.repository.ts';
import { refuseTaken } from '../refuse-taken.ts';
import { CustomerContactRepository } from './customer-contact.repository.ts';
import { CustomerRepository } from './customer.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { RecordCustomerChange } from './record-customer-change.ts';

type Decided = Exclude<CustomerDecision, { errors: unknown }>;

/** Creates and changes customers, and tells their history field by field. */
@Injectable()
export class ChangeCustomer {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly contacts: CustomerContactRepository,
    private readonly queries: CustomersQueries,
    private readonly companies: CompanyRepository,
    private readonly customFields: CustomFieldRepository,
    private readonly recordChange: RecordCustomerChange,
    private readonly clock: Clock,
  ) {}

  /** The new customer's id. Throws request.invalid naming each field. */
  async create(actor: Actor, wanted: CreateCustomer): Promise<number> {
    const [customerId] = await this.createMany(actor, [wanted]);
    if (customerId === undefined) throw new Error('The customer was not created.');
    return customerId;
  }

  /** All or none; their ids in the same order. Throws request.invalid naming each field of one that is refused. */
  @Transactional()
  async createMany(actor: Actor, wanted: readonly CreateCustomer[]): Promise<number[]> {
    const decided = await this.decideNew(actor, wanted);
    const states = decided.map(({ after }) => after);
    const ids = await refuseTaken(TAKEN, () => this.customers.insertMany(states, this.clock.now()));
    const made = decided.flatMap(({ after, changes }, index) => {
      const customerId = ids[index];
      return customerId === undefined ? [] : [{ customerId, state: after, changes }];
    });
    await this.contacts.addMany(made);
    const told = made.filter(({ changes }) => changes.length > 0);
    await this.recordChange.runMany(
      actor,
      'customer.created',
      told.map(({ customerId, changes }) => ({ customerId, changes })),
    );
    return ids;
  }

  /** Throws customer.not-found, customer.merged, request.precondition-failed, and request.invalid naming each field. */
  @Transactional()
  async update(actor: Actor, customerId: number, wanted: UpdateCustomer, ifMatch: string | null): Promise<void> {
    const locked = await this.customers.lock(actor, customerId, ifMatch);
    if (!locked) throw await this.queries.absence(actor, customerId);
    await this.write(actor, { customerId, before: locked.state }, wanted);
  }

  private async write(
    actor: Actor,
    { customerId, before }: { customerId: number; before: CustomerState },
    wanted: UpdateCustomer,
  ): Promise<void> {
    if (wanted.companyId) await this.companies.checkNamed(actor, [wanted.companyId]);
    const customFields = await this.customFields.merge('customer', wanted.customFields ?? {}, before.customFields);
    const decision = decideCustomer(before, { ...wanted, customFields });
    if ('errors' in decision) throw new InvalidInput(decision.errors);
    if (decision.changes.length === 0) return;

    const { after, changes } = decision;
    await this.contacts.replace(customerId, before, after);
    await refuseTaken(TAKEN, () => this.customers.save(customerId, after, this.clock.now()));
    await this.recordChange.run(actor, customerId, { event: 'customer.updated', changes });
  }

  /** One who names no company belongs to that of his address. */
  private async decideNew(actor: Actor, wanted: readonly CreateCustomer[]): Promise<Decided[]> {
    await this.companies.checkNamed(
      actor,
      wanted.flatMap(({ companyId }) => companyId ?? []),
    );
    const found = await this.customers.companiesByDomain(
      wanted.map(({ companyId, emails = [] }) => (companyId === undefined ? emails.map(({ value }) => value) : [])),
    );
    const customFields = await this.customFields.mergeMany(
      'customer',
      wanted.map((one) => one.customFields ?? {}),
    );
    return wanted.map((one, index) => {
      const companyId = one.companyId === undefined ? (found[index] ?? null) : one.companyId;
      const decision = decideCustomer(NOBODY, { ...one, companyId, customFields: customFields[index] ?? {} });
      if ('errors' in decision) throw new InvalidInput(decision.errors);
      return decision;
    });
  }
}

const TAKEN = {
  customers_external_id_key: { path: 'externalId', message: 'Another customer has this external id.' },
  customers_uid_key: { path: 'uid', message: 'Another customer has this uid.' },
};
