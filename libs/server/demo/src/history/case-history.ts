import { excerptOf } from '@bureau/cases';
import { RATING_WORDS } from '@bureau/contracts';
import type { ActorStamp, AutomaticKind, FieldChange, Rating, RatingType, SenderCheck } from '@bureau/contracts';
import { decideCaseUpdate, foldQuotes, nameCaseUpdate, statusAfter, type CaseWish } from '@bureau/domain';
import { CUSTOM_FIELDS } from '../content/classification.ts';
import { DAY, MINUTE } from './calendar.ts';
import { CaseState } from './case-state.ts';
import { arrive, arriveInPublic, GUEST, SIGNED_IN } from './demo-ledger.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';
import { storeDelivery, storeInbound, storeOutbound, storePost, type HowItWent } from './message-rows.ts';
import type { PlannedCase } from './plan-cases.ts';
import { paragraphs, type QuotedMail } from './quote.ts';
import { readText, type MailFile, type WrittenMail } from './write-mail.ts';

const MAIL: ActorStamp = { kind: 'system', id: null, name: 'E-mail' };
const PAGE: ActorStamp = { kind: 'system', id: null, name: 'Questions and answers' };
const OPENED = 'The mail answers nothing that we know.';
const ANSWERED = 'The mail answers a message that we sent: its signed token says so.';
/** Whoever is named looks by then. */
const READ_WITHIN = 2 * DAY;
const FIELDS = CUSTOM_FIELDS.filter(({ owner }) => owner === 'case').map((field) => ({ ...field, active: true }));

export interface HeardMail {
  mail: WrittenMail;
  sender: SenderCheck;
  /** Machine mail joins without reopening. */
  automatic?: AutomaticKind;
  reason?: string;
  envelopeFrom?: string;
}

export interface DemoAnswer {
  text: string;
  at: number;
  files: readonly MailFile[];
  status: 'open' | 'pending' | 'resolved' | undefined;
  delivery: HowItWent;
}

/** Who posts in public; null: he was not signed in. */
export interface PublicWriter {
  name: string;
  address: string;
  customerId: number | null;
}

interface PublicWords {
  text: string;
  at: number;
  writer: PublicWriter;
  post: { kind: 'question'; subject: string; topicId: number } | { kind: 'answer'; questionId: number };
  isAside: boolean;
}

export interface AskedCustomer {
  askedAt: number;
  answer?: { at: number; rating: Rating; ratingType: RatingType; comment: string };
}

/** Lets a case live as the verbs of the desk would: every step writes the rows that the verb of its name writes. */
export class CaseHistory {
  readonly id: number;
  readonly state: CaseState;
  latest: (QuotedMail & { messageId: string; references: string[] }) | null = null;
  /** The messages that came in, the oldest first. */
  readonly heardIds: number[] = [];
  /** When the latest step was taken. */
  lastAt = 0;
  private sequence = 0;

  constructor(
    private readonly world: DemoWorld,
    readonly planned: PlannedCase,
  ) {
    const { brand, customer, subject } = planned;
    const { id: brandId, mailboxId } = world.brands[brand.key];
    const customerId = known(world.customers, customer.address).id;
    this.id = world.ids.next('cases');
    this.state = new CaseState({ customerId, brandId, mailboxId, subject, groupId: world.groupIds[brand.key] });
  }

  /** As OpenCase for the first mail, as AppendMessage for all others. */
  hear({ mail, sender, automatic, reason, envelopeFrom }: HeardMail): void {
    const at = mail.at.getTime();
    const isFirst = this.sequence === 0;
    if (isFirst) {
      this.state.open(mail.at);
      this.tell({ event: 'case.opened', actor: MAIL, changes: [], reason: null, at });
    }
    const id = this.world.ids.next('messages');
    const why = reason ?? (isFirst ? OPENED : ANSWERED);
    const brand = this.world.brands[this.planned.brand.key];
    const about = { caseId: this.id, messageId: id, ...(envelopeFrom === undefined ? {} : { envelopeFrom }) };
    const intakeId = arrive(this.world, { mail, brand, fate: 'message', reason: why, sender, ...about });
    const text = readText(mail);
    const { visibleLength } = foldQuotes(text);
    const heard = { mail, text, visibleLength, sender, automatic: automatic ?? null, intakeId };
    storeInbound(this.world, { id, caseId: this.id, sequence: this.step(at) }, heard);
    this.heardIds.push(id);
    const words = automatic ? null : excerptOf({ text, visibleLength });
    this.state.receive({ at: mail.at, words, files: mail.files.length });
    if (automatic) return;

    this.remember(mail);
    if (!isFirst) this.reopen(mail.at);
  }

  /** As SettleQuestionPost. Returns the id of the message. */
  hearInPublic({ text, at, writer, post, isAside }: PublicWords): number {
    const { brand, subject } = this.planned;
    const { mailboxId } = this.world.brands[brand.key];
    const isFirst = this.sequence === 0;
    const reason = isFirst ? 'A question was asked in public.' : 'Somebody answered the question in public.';
    if (isFirst) {
      this.state.open(new Date(at));
      this.tell({ event: 'case.opened', actor: PAGE, changes: [], reason, at });
    }
    const id = this.world.ids.next('messages');
    const { name, address, customerId } = writer;
    const sender = customerId === null ? GUEST : SIGNED_IN;
    const said = { writer: { customerId, name, email: address }, text, language: 'en', hold: null };
    const intakeId = arriveInPublic(this.world, {
      post: { ...said, ...post, network: '192.0.2.0/24', userAgent: '' },
      ...{ at, mailboxId, reason, sender, caseId: this.id, messageId: id },
    });
    const mail = {
      ...{ from: { name, address }, to: { name: '', address: brand.address }, subject, at: new Date(at), text },
      ...{ messageId: null, inReplyTo: null, references: [], html: null, files: [] },
    };
    const place = { id, caseId: this.id, sequence: this.step(at) };
    storePost(this.world, place, { mail, sender, customerId, intakeId, isAside });
    this.state.receive({ at: new Date(at), words: excerptOf({ text, visibleLength: text.length }), files: 0 });
    if (!isFirst) this.reopen(new Date(at));
    return id;
  }

  /** As UpdateCase: one history line for all fields that change. */
  update(agentEmail: string, wish: CaseWish, at: number): void {
    const when = new Date(at);
    const decision = decideCaseUpdate(this.state, wish, { at: when, fields: FIELDS });
    if ('problem' in decision)
      throw new Error(`Nobody may do this: ${decision.problem} ${JSON.stringify(decision.errors)}`);
    const { changes, patch } = decision;
    if (changes.length === 0) return;
    this.tell({ event: nameCaseUpdate(changes), actor: this.stamp(agentEmail), changes, reason: null, at });
    this.state.change(patch, when);
  }

  /** As ReplyToCase, and the delivery as it went. Returns the id of the message. */
  answer({ text, at, files, status: wanted, delivery }: DemoAnswer): number {
    const { status: before } = this.state;
    const replied = statusAfter(before, 'agent-replies') ?? before;
    const status = wanted === undefined ? replied : (statusAfter(replied, { set: wanted }) ?? replied);
    const author = this.stamp(this.planned.agent.email);
    const place = { id: this.world.ids.next('messages'), caseId: this.id, sequence: this.step(at) };
    const mail = this.mailOf({ text, at, files, messageId: place.id });
    storeOutbound(this.world, place, { mail, author });
    storeDelivery(this.world, place, { ...delivery, to: this.planned.customer.address, at });
    this.state.deliveryTrouble ||= ['failed', 'unknown', 'bounced'].includes(delivery.state);
    this.remember(mail);
    if (status !== before) {
      const changes = [{ field: 'status', from: before, to: status }];
      this.tell({ event: 'case.updated', actor: author, changes, reason: null, at });
    }
    const words = excerptOf({ text, visibleLength: text.length });
    this.state.reply({ at: new Date(at), words, files: files.length, status });
    return place.id;
  }

  /** As AskCustomers, and as SubmitFeedback when he answers. */
  asked({ askedAt, answer }: AskedCustomer): void {
    const { ids, rows } = this.world;
    const id = ids.next('feedback');
    const { assigneeId, groupId, resolutionCount, customerId } = this.state;
    const answeredAt = answer ? iso(answer.at) : null;
    rows.add('feedback', {
      ...{ id, case_id: this.id, resolution: resolutionCount, assignee_id: assigneeId, group_id: groupId },
      ...{ asked_at: iso(askedAt), submitted_at: answeredAt, changed_at: answeredAt, created_at: iso(askedAt) },
      ...{ rating: answer?.rating ?? null, rating_type: answer?.ratingType ?? null, comment: answer?.comment ?? '' },
    });
    if (!answer) return;
    const { rating, ratingType, at } = answer;
    const actor: ActorStamp = { kind: 'customer', id: customerId, name: this.planned.customer.name };
    const changes = [{ field: 'rating', from: null, to: RATING_WORDS[rating] ?? null }];
    this.tell({ event: 'case.rated', actor, changes, reason: null, at, context: { feedbackId: id, ratingType } });
    this.state.rate({ rating, ratingType, at: new Date(at) });
  }

  /** As AddNote, and the notifications of those whom it names. */
  note({ by, text, mentions, at }: { by: string; text: string; mentions: readonly string[]; at: number }): void {
    const { rows, users, ids, now } = this.world;
    const author = this.stamp(by);
    const sequence = this.step(at);
    const userIds = mentions.map((email) => known(users, email).id);
    const named = { case_id: this.id, sequence, at: iso(at) };
    const written = { id: ids.next('notes'), text, html: null, author, user_id: author.id };
    rows.add('notes', { ...written, ...named, mentioned_user_ids: userIds });
    for (const userId of userIds) {
      const readAt = at < now - READ_WITHIN ? iso(at + 25 * MINUTE) : null;
      rows.add('notifications', { ...named, user_id: userId, kind: 'mention', actor: author, read_at: readAt });
    }
    this.state.note(new Date(at));
  }

  /** As FollowCase: somebody wants to hear of it. */
  follow(agentEmail: string, at: number): void {
    const actor = this.stamp(agentEmail);
    this.world.rows.add('case_followers', { case_id: this.id, user_id: actor.id });
    const changes = [{ field: 'followerIds', from: null, to: actor.id }];
    this.tell({ event: 'case.followed', actor, changes, reason: null, at });
  }

  /** As DeleteCase: into the trash. */
  discard(agentEmail: string, at: number): void {
    const changes = [{ field: 'deleted', from: false, to: true }];
    this.tell({ event: 'case.deleted', actor: this.stamp(agentEmail), changes, reason: null, at });
    this.state.discard(new Date(at));
  }

  /** Writes the case itself, after its last step. */
  finish(): void {
    this.world.rows.add('cases', { ...this.state.row(), id: this.id, sequence: this.sequence, demo: true });
  }

  private reopen(at: Date): void {
    const status = statusAfter(this.state.status, 'customer-writes');
    if (status === null || status === this.state.status) return;
    const changes = [{ field: 'status', from: this.state.status, to: status }];
    this.tell({ event: 'case.reopened', actor: MAIL, changes, reason: ANSWERED, at: at.getTime() });
    this.state.change({ status }, at);
  }

  private mailOf(said: { text: string; at: number; files: readonly MailFile[]; messageId: number }): WrittenMail {
    const { brand, customer, agent, subject } = this.planned;
    const { text, at, files, messageId } = said;
    return {
      from: { name: `${agent.name} (${brand.name})`, address: brand.address },
      to: { name: customer.name, address: customer.address },
      subject: `Re: ${subject}`,
      at: new Date(at),
      messageId: this.world.identity.messageIdFor({ caseId: this.id, messageId, mailboxAddress: brand.address }),
      inReplyTo: this.latest?.messageId ?? null,
      references: this.latest ? [...this.latest.references, this.latest.messageId] : [],
      text,
      html: paragraphs(text),
      files,
    };
  }

  private remember({ from, at, text, messageId, references }: WrittenMail): void {
    this.latest = { who: `${from.name} <${from.address}>`, at, text, messageId, references: [...references] };
  }

  private tell(line: {
    event: string;
    actor: ActorStamp;
    changes: FieldChange[];
    reason: string | null;
    at: number;
    context?: Record<string, unknown>;
  }): void {
    const sequence = this.step(line.at);
    this.world.rows.add('case_events', { context: {}, ...line, case_id: this.id, sequence, at: iso(line.at) });
  }

  private step(at: number): number {
    this.lastAt = at;
    this.sequence += 1;
    return this.sequence;
  }

  private stamp(agentEmail: string): ActorStamp & { id: number } {
    const { id, name } = known(this.world.users, agentEmail);
    return { kind: 'user', id, name };
  }
}
