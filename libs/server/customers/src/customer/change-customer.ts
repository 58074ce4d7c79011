import { Injectable } from '@nestjs/common';
import type { Actor, CreateCustomer, UpdateCustomer } from '@bureau/contracts';
import { decideCustomer, NOBODY, type CustomerState } from '@bureau/domain';
import { Clock, InvalidInput, Transactional } from '@bureau/platform';
import { CompanyRepository } from '../company/company.repository.ts';
import { CustomFieldRepository } from '../custom-field/custom-field.repository.ts';
import { refuseTaken } from '../refuse-taken.ts';
import { CustomerContactRepository } from './customer-contact.repository.ts';
import { CustomerRepository } from './customer.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { RecordCustomerChange } from './record-customer-change.ts';

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
  @Transactional()
  async create(actor: Actor, wanted: CreateCustomer): Promise<number> {
    const found = wanted.companyId === undefined ? await this.companyOf(wanted) : {};
    const customerId = await this.customers.insert();
    await this.write(actor, { customerId, before: NOBODY, event: 'customer.created' }, { ...wanted, ...found });
    return customerId;
  }

  /** Throws customer.not-found, customer.merged, request.precondition-failed, and request.invalid naming each field. */
  @Transactional()
  async update(actor: Actor, customerId: number, wanted: UpdateCustomer, ifMatch: string | null): Promise<void> {
    const locked = await this.customers.lock(actor, customerId, ifMatch);
    if (!locked) throw await this.queries.absence(actor, customerId);
    await this.write(actor, { customerId, before: locked.state, event: 'customer.updated' }, wanted);
  }

  private async write(
    actor: Actor,
    { customerId, before, event }: { customerId: number; before: CustomerState; event: string },
    wanted: UpdateCustomer,
  ): Promise<void> {
    if (wanted.companyId) await this.companies.checkNamed(actor, wanted.companyId);
    const customFields = await this.customFields.merge('customer', wanted.customFields ?? {}, before.customFields);
    const decision = decideCustomer(before, { ...wanted, customFields });
    if ('errors' in decision) throw new InvalidInput(decision.errors);
    if (decision.changes.length === 0) return;

    const { after, changes } = decision;
    await this.contacts.replace(customerId, before, after);
    await refuseTaken(TAKEN, () => this.customers.save(customerId, after, this.clock.now()));
    await this.recordChange.run(actor, customerId, { event, changes });
  }

  private async companyOf({ emails = [] }: CreateCustomer): Promise<{ companyId: number | null }> {
    return { companyId: await this.customers.companyByDomain(emails.map(({ value }) => value)) };
  }
}

const TAKEN = {
  customers_external_id_key: { path: 'externalId', message: 'Another customer has this external id.' },
  customers_uid_key: { path: 'uid', message: 'Another customer has this uid.' },
};
