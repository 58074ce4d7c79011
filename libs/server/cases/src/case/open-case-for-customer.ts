import { Injectable } from '@nestjs/common';
import {
  permits,
  stampOf,
  userIdOf,
  type Actor,
  type Channel,
  type FieldChange,
  type OpenCase as Input,
} from '@bureau/contracts';
import { CustomFieldRepository, CustomerRepository } from '@bureau/customers';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import type { InboundMessage } from '../message/inbound-message.ts';
import { CaseReferenceRepository, type Place } from './case-reference.repository.ts';
import { withUniqueExternalId } from './external-id.ts';
import { OpenCase } from './open-case.ts';
import { ResolveCaseWish } from './resolve-case-wish.ts';
import { SendFirstMessage } from '../message/send-first-message.ts';
import { safeHtml } from '../message/safe-html.ts';

type Person = { name: string; address: string };
type Opened = { caseId: number; messageId: number };

/** An agent, or a program, opens a case with what was said between a customer and the company. */
@Injectable()
export class OpenCaseForCustomer {
  constructor(
    private readonly openCase: OpenCase,
    private readonly resolveWish: ResolveCaseWish,
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
    const place = await this.placeFor(actor, input);
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

    const opened = await withUniqueExternalId(async () =>
      this.openCase.run(actor, {
        ...initial,
        brandId: place.brandId,
        mailboxId: place.mailboxId,
        channel,
        groupId,
        customerId: customer.id,
        direction,
        changes: changesOf(initial),
        at,
        suppressRules: input.suppressRules,
        message: await this.messageOf(actor, input, { place, customer }),
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

  /** Where the case belongs. Without a mailbox or a brand named, the first mailbox answers. */
  private async placeFor(actor: Actor, { mailboxId, brandId, channel }: Input): Promise<Place> {
    const brandIds = 'access' in actor ? actor.access.brandIds : null;
    const place = await this.references.place({ mailboxId: mailboxId ?? null, brandId: brandId ?? null, brandIds });
    if (place && (place.mailboxId !== null || channel !== 'email')) return place;
    if (mailboxId === undefined && brandId === undefined) throw new ProblemError('mailbox.not-found');
    const path = mailboxId === undefined ? 'brandId' : 'mailboxId';
    throw new InvalidInput([{ path, message: 'No mailbox of yours that is in use can answer from there.' }]);
  }

  private async customerOf({ customer, customerId }: Input): Promise<Person & { id: number }> {
    if (customer) return { ...customer, id: await this.customers.findOrCreate(customer) };
    if (customerId === undefined) throw new InvalidInput([{ path: 'customer', message: 'Name the customer.' }]);
    const { name = '', address = '' } = (await this.references.customer(customerId)) ?? {};
    return { id: customerId, name, address };
  }

  private async messageOf(
    actor: Actor,
    { subject, text, html, direction, uploadIds }: Input,
    { place, customer }: { place: Place; customer: Person & { id: number } },
  ): Promise<InboundMessage> {
    const { name, address } = customer;
    const company = { name: place.mailboxName ?? actor.name, address: place.mailboxAddress ?? '' };
    const [from, to] = direction === 'in' ? [{ name, address }, company] : [company, { name, address }];
    return {
      subject,
      text,
      visibleLength: text.length,
      html: html === undefined ? null : safeHtml(html),
      from,
      to: to.address === '' ? [] : [to],
      cc: [],
      messageId: null,
      inReplyTo: null,
      references: [],
      automatic: null,
      sender: null,
      notices: [],
      author: stampOf(actor),
      userId: userIdOf(actor) ?? null,
      customerId: direction === 'in' ? customer.id : null,
      intakeId: null,
      files: await this.references.uploads(userIdOf(actor) ?? 0, [...new Set(uploadIds)]),
    };
  }
}

/** Before anything is written: who may not reply may not write first either, and without a mailbox nothing leaves. */
function refuseToSend(actor: Actor, { mailboxAddress }: Place, channel: Channel): void {
  if (!permits(actor, 'cases:reply')) throw new ProblemError('permission.denied');
  if (channel === 'email' && mailboxAddress === null) throw new ProblemError('mailbox.not-found');
}

/** For the history: what the opener said of the case besides its message. */
function changesOf(initial: Record<string, unknown>): FieldChange[] {
  const usual: Record<string, unknown> = {
    status: 'new',
    priority: 4,
    description: '',
    labelIds: [],
    customFields: {},
  };
  return Object.entries(initial)
    .map(([field, to]) => ({ field, from: usual[field] ?? null, to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
