import { Injectable } from '@nestjs/common';
import type { Actor, OpenCase as Input } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { InvalidInput, Transactional } from '@bureau/platform';
import { CaseReferenceRepository, type Place } from './case-reference.repository.ts';
import { FindPlace } from './find-place.ts';
import { firstMessage, openingChanges, type Person } from './first-message.ts';
import { OpenCase } from './open-case.ts';
import { ResolveCaseWish } from './resolve-case-wish.ts';

/** What a customer said elsewhere: nothing of it is sent, and nobody is given it. */
export type CaseFromElsewhere = Pick<
  Input,
  'subject' | 'text' | 'channel' | 'status' | 'priority' | 'description' | 'customFields' | 'suppressRules'
> & { customerId: number };

/** As {@link OpenCaseForCustomer}, for many cases that begin elsewhere: a handful of statements for all of them. */
@Injectable()
export class OpenCasesForCustomers {
  constructor(
    private readonly openCase: OpenCase,
    private readonly resolveWish: ResolveCaseWish,
    private readonly findPlace: FindPlace,
    private readonly references: CaseReferenceRepository,
    private readonly customFields: CustomFieldRepository,
  ) {}

  /**
   * All or none; their ids in the same order. Throws mailbox.not-found (nothing could answer), and request.invalid naming
   * each field of one that is refused.
   */
  @Transactional()
  async run(actor: Actor, wanted: readonly CaseFromElsewhere[]): Promise<number[]> {
    const places = await this.placesOf(actor, wanted);
    const customers = await this.customersOf(actor, wanted);
    const customFields = await this.customFields.mergeMany(
      'case',
      wanted.map((one) => one.customFields),
    );
    const openings = wanted.flatMap((one, index) => {
      const [place, customer] = [places.get(one.channel), customers.get(one.customerId)];
      if (!place || !customer) throw new InvalidInput([NO_CUSTOMER]);
      const { channel, status, priority, description, suppressRules } = one;
      const initial = { status, priority, description, customFields: customFields[index] ?? {} };
      return {
        ...initial,
        ...{ channel, suppressRules, brandId: place.brandId, mailboxId: place.mailboxId, groupId: place.groupId },
        customerId: customer.id,
        changes: openingChanges(initial),
        message: firstMessage(actor, { ...one, direction: 'in' }, { place, customer, files: [] }),
      };
    });
    const opened = await this.openCase.runMany(actor, openings);
    return opened.map(({ caseId }) => caseId);
  }

  private async placesOf(actor: Actor, wanted: readonly CaseFromElsewhere[]): Promise<Map<string, Place>> {
    const places = new Map<string, Place>();
    for (const channel of new Set(wanted.map((one) => one.channel))) {
      const place = await this.findPlace.run(actor, { channel });
      await this.resolveWish.run(actor, { groupId: place.groupId });
      places.set(channel, place);
    }
    return places;
  }

  private async customersOf(
    actor: Actor,
    wanted: readonly CaseFromElsewhere[],
  ): Promise<Map<number, Person & { id: number }>> {
    const named = [...new Set(wanted.map(({ customerId }) => customerId))];
    const found = await this.references.customers(actor, named);
    return new Map(found.map((customer) => [customer.id, customer]));
  }
}

const NO_CUSTOMER = { path: 'customerId', message: 'There is no such customer.' };
