import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type Channel, type OpenCase as Input } from '@bureau/contracts';
import { CustomFieldRepository, CustomerRepository } from '@bureau/customers';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CaseReferenceRepository, type Place } from './case-reference.repository.ts';
import { withUniqueExternalId } from './external-id.ts';
import { FindPlace } from './find-place.ts';
import { firstMessage, openingChanges, type Person } from './first-message.ts';
import { OpenCase, type Opened } from './open-case.ts';
import { ResolveCaseWish } from './resolve-case-wish.ts';
import { SendFirstMessage } from '../message/send-first-message.ts';

/** An agent, or a program, opens a case with what was said between a customer and the company. */
@Injectable()
export class OpenCaseForCustomer {
  constructor(
    private readonly openCase: OpenCase,
    private readonly resolveWish: ResolveCaseWish,
    private readonly findPlace: FindPlace,
    private readonly references: CaseReferenceRepository,
    private readonly customFields: CustomFieldRepository,
    private readonly customers: CustomerRepository,
    private readonly sendFirst: SendFirstMessage,
    private readonly clock: Clock,
  ) {}

  /** Throws mailbox.not-found (nothing could answer), upload.not-found, and request.invalid naming the field. */
  @Transactional()
  async run(actor: Actor, input: Input): Promise<{ caseId: number }> {
    const { assigneeId, customerId, labels, direction, channel, status, priority } = input;
    const { description, language, externalId } = input;
    const at = this.timeOf(input);
    const place = await this.findPlace.run(actor, input);
    const groupId = input.groupId === undefined ? place.groupId : input.groupId;
    if (input.send) refuseToSend(actor, place, channel);
    const { wish } = await this.resolveWish.run(actor, { assigneeId, groupId, customerId, labels });
    const initial = {
      assigneeId,
      labelIds: [...new Set(wish.labelIds ?? [])],
      customFields: await this.customFields.merge('case', input.customFields),
      ...{ status, priority, description, language, externalId },
    };
    const customer = await this.customerOf(input);
    if (input.send && channel === 'email' && customer.address === '') throw new ProblemError('case.no-recipient');

    const files = await this.references.uploads(userIdOf(actor) ?? 0, [...new Set(input.uploadIds)]);
    const opened = await withUniqueExternalId(async () =>
      this.openCase.run(actor, {
        ...initial,
        brandId: place.brandId,
        mailboxId: place.mailboxId,
        channel,
        groupId,
        customerId: customer.id,
        direction,
        changes: openingChanges(initial),
        at,
        suppressRules: input.suppressRules,
        message: firstMessage(actor, input, { place, customer, files }),
      }),
    );
    if (input.send) await this.send(actor, input, { opened, place, customer });
    return opened;
  }

  /** By mail, or where the customer is on a network. */
  private async send(
    actor: Actor,
    { channel, text, uploadIds, post: how = {}, suppressRules }: Input,
    { opened, place, customer }: { opened: Opened; place: Place; customer: Person & { id: number } },
  ): Promise<void> {
    if (channel === 'email') return this.sendFirst.run(actor, { ...opened, place, customer, suppressRules });
    const about = { channel, brandId: place.brandId, customerId: customer.id, customerName: customer.name };
    await this.sendFirst.onNetwork(actor, { ...opened, about, text, uploadIds, how, suppressRules });
  }

  private timeOf({ createdAt }: Input): Date {
    const now = this.clock.now();
    const at = createdAt === undefined ? now : new Date(createdAt);
    if (at <= now) return at;
    throw new InvalidInput([{ path: 'createdAt', message: 'Give a time that has passed.' }]);
  }

  private async customerOf({ customer, customerId }: Input): Promise<Person & { id: number }> {
    if (customer) return { ...customer, id: await this.customers.findOrCreate(customer) };
    if (customerId === undefined) throw new InvalidInput([{ path: 'customer', message: 'Name the customer.' }]);
    const { name = '', address = '' } = (await this.references.customer(customerId)) ?? {};
    return { id: customerId, name, address };
  }
}

/** Before anything is written: who may not reply may not write first either, and without a mailbox nothing leaves. */
function refuseToSend(actor: Actor, { mailboxAddress }: Place, channel: Channel): void {
  if (!permits(actor, 'cases:reply')) throw new ProblemError('permission.denied');
  if (channel === 'email' && mailboxAddress === null) throw new ProblemError('mailbox.not-found');
}
