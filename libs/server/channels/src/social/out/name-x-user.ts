import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { CustomerRepository, NetworkIdentityRepository } from '@bureau/customers';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { PeopleOnX, type PersonOnX } from '../../x/people-on-x.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import { askingNetwork } from './asking-network.ts';

/** Makes somebody on X known to the desk by a handle: as a customer that there is, or as a new one. */
@Injectable()
export class NameXUser {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly people: PeopleOnX,
    private readonly customers: CustomerRepository,
    private readonly identities: NetworkIdentityRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * X's own name for them. Somebody who is known already stays whose he is. Throws request.invalid for a handle that nobody
   * has, customer.not-found, social-account.not-connected when no account of X can be asked with, and what networks are refused with.
   */
  async run(actor: Actor, { handle, customerId }: { handle: string; customerId: number | null }): Promise<string> {
    const accounts = await this.accounts.list(actor, this.clock.now());
    const account = accounts.find(({ network, state }) => network === 'x' && (state === 'ok' || state === 'trouble'));
    if (!account) throw new ProblemError('social-account.not-connected');
    const name = handle.trim().replace(/^@/, '');
    const isHandle = /^[A-Za-z0-9_]{1,15}$/.test(name);
    const person = isHandle ? await askingNetwork('x', () => this.people.find(account.id, name)) : null;
    if (!person) throw new InvalidInput([{ path: 'handle', message: 'Nobody on X has this handle.' }]);
    await this.keep(actor, person, customerId);
    return person.externalId;
  }

  @Transactional()
  private async keep(actor: Actor, person: PersonOnX, customerId: number | null): Promise<void> {
    const { externalId, handle, name, followers, verified } = person;
    const identity = { network: 'x' as const, externalId, handle, name, verified, followers: followers ?? undefined };
    if (customerId !== null && !(await this.identities.find('x', externalId))) {
      if (!(await this.customers.lock(actor, customerId))) throw new ProblemError('customer.not-found');
      await this.identities.give(customerId, identity);
    }
    await this.identities.findOrCreate(identity);
  }
}
