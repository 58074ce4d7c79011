import { Injectable } from '@nestjs/common';
import { CreateCustomer, UpdateCustomer, type Contact } from '@bureau/contracts';
import { ChangeCustomer, CustomerRepository } from '@bureau/customers';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { says } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { wantedOf, type CustomerBody } from './customer.body.ts';

/** Of each kind, as the schema of the verb has it. */
const MOST = 50;

@Injectable()
export class CustomerWrites {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly changeCustomer: ChangeCustomer,
  ) {}

  /** Throws what {@link ChangeCustomer.create} throws. */
  async create({ actor, body }: Wish<CustomerBody>): Promise<number> {
    return this.changeCustomer.create(actor, understood(CreateCustomer, wantedOf(body)));
  }

  /** What is appended joins what there is while nobody else changes it. Throws what {@link ChangeCustomer.update} throws. */
  @Transactional()
  async change({ actor, id, body }: Wish<CustomerBody>): Promise<void> {
    const sent = wantedOf(body);
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
}

/** A number that is appended twice is there twice, as clients know it; an e-mail address is not. */
function joined(path: string, before: Contact[], added: Contact[] = []): Contact[] {
  const kept = path === 'emails' ? before.filter(({ value }) => added.every((one) => one.value !== value)) : before;
  const all = [...kept, ...added];
  if (all.length > MOST) throw new InvalidInput([{ path, message: `At most ${MOST}.` }]);
  return all;
}
