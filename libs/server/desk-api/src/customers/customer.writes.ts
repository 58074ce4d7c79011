import { Injectable } from '@nestjs/common';
import { CreateCompany, CreateCustomer, permits, UpdateCustomer, type Actor, type Contact } from '@bureau/contracts';
import { ChangeCompany, ChangeCustomer, CompanyRepository, CustomerRepository } from '@bureau/customers';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { z } from 'zod';
import { says } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { wantedOf, type CustomerBody } from './customer.body.ts';

/** As a company is named in the body of a customer. */
const CompanyOfName = z
  .object({ company_name: CreateCompany.shape.name })
  .transform(({ company_name: name }) => ({ name }));

/** Of each kind, as the schema of the verb has it. */
const MOST = 50;

@Injectable()
export class CustomerWrites {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly changeCustomer: ChangeCustomer,
    private readonly companies: CompanyRepository,
    private readonly changeCompany: ChangeCompany,
  ) {}

  /** Throws what {@link ChangeCustomer.create} throws. */
  @Transactional()
  async create({ actor, body }: Wish<CustomerBody>): Promise<number> {
    const wanted = understood(CreateCustomer, wantedOf(body));
    return this.changeCustomer.create(actor, { ...wanted, ...(await this.namedCompany(actor, body)) });
  }

  /** What is appended joins what there is while nobody else changes it. Throws what {@link ChangeCustomer.update} throws. */
  @Transactional()
  async change({ actor, id, body }: Wish<CustomerBody>): Promise<void> {
    const sent = { ...wantedOf(body), ...(await this.namedCompany(actor, body)) };
    if (!says(sent)) return;
    const wanted = understood(UpdateCustomer, sent);
    const locked = await this.customers.lock(actor, id);
    if (!locked) throw new ProblemError('customer.not-found');

    const { state } = locked;
    const appended = {
      ...(body.emails_update_action === 'append' ? { emails: joined('emails', state.emails, wanted.emails) } : {}),
      ...(body.phone_numbers_update_action === 'append'
        ? { phoneNumbers: joined('phoneNumbers', state.phoneNumbers, wanted.phoneNumbers) }
        : {}),
      ...(body.addresses_update_action === 'append'
        ? { postalAddresses: joined('postalAddresses', state.postalAddresses, wanted.postalAddresses) }
        : {}),
    };
    await this.changeCustomer.update(actor, id, { ...wanted, ...appended }, null);
  }

  /** Whom `company_name` means, made by those who may; nothing where it says nothing, or a link says more. */
  private async namedCompany(actor: Actor, body: CustomerBody): Promise<{ companyId?: number | null }> {
    const { company_name: name, _links: links } = body;
    if (name === undefined || links.company !== undefined) return {};
    if (name === null || name.trim() === '') return { companyId: null };
    const known = await this.companies.idByName(actor, name);
    if (known !== undefined) return { companyId: known };
    const message = 'There is no company of this name.';
    if (!permits(actor, 'companies:update')) throw new InvalidInput([{ path: 'company_name', message }]);
    return { companyId: await this.changeCompany.create(actor, understood(CompanyOfName, { company_name: name })) };
  }
}

/** A number that is appended twice is there twice, as clients know it; an e-mail address is not. */
function joined(path: string, before: Contact[], added: Contact[] = []): Contact[] {
  const kept = path === 'emails' ? before.filter(({ value }) => added.every((one) => one.value !== value)) : before;
  const all = [...kept, ...added];
  if (all.length > MOST) throw new InvalidInput([{ path, message: `At most ${MOST}.` }]);
  return all;
}
