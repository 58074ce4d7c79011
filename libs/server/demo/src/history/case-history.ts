import { excerptOf } from '@bureau/cases';
import type { ActorStamp, AutomaticKind, CaseStatus, DeliveryState, FieldChange, SenderCheck } from '@bureau/contracts';
import { foldQuotes, statusAfter } from '@bureau/domain';
import { HOUR } from './calendar.ts';
import { arrive } from './demo-ledger.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';
import type { PlannedCase } from './plan-cases.ts';
import { paragraphs, type QuotedMail } from './quote.ts';
import { readText, type MailFile, type WrittenMail } from './write-mail.ts';

const MAIL: ActorStamp = { kind: 'system', id: null, name: 'E-mail' };
const OPENED = 'The mail answers nothing that we know.';
const ANSWERED = 'The mail answers a message that we sent: its signed token says so.';

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
  delivery: { state: DeliveryState; response: string };
}

interface Changes {
  status?: CaseStatus;
  assigneeId?: number;
  groupId?: number;
  priority?: number;
}

/** Lets a case live as the verbs of the desk would: every step writes the rows that the verb of its name writes. */
export class CaseHistory {
  readonly id: number;
  status: CaseStatus = 'new';
  latest: (QuotedMail & { messageId: string; references: string[] }) | null = null;
  resolvedAt: number | null = null;
  private sequence = 0;
  private excerpt = '';
  private priority = 4;
  private assigneeId: number | null = null;
  private groupId: number;
  private waitingSince: number | null = null;
  private openedAt: number | null = null;
  private closedAt: number | null = null;
  private startedAt = 0;
  private activeAt = 0;
  private updatedAt = 0;
  private inTrouble = false;

  constructor(
    private readonly world: DemoWorld,
    readonly planned: PlannedCase,
  ) {
    this.id = world.ids.next('cases');
    this.groupId = world.groupIds[planned.brand.key];
  }

  /** As OpenCase for the first mail, as AppendMessage for all others. */
  hear({ mail, sender, automatic, reason, envelopeFrom }: HeardMail): void {
    const at = mail.at.getTime();
    const isFirst = this.sequence === 0;
    if (isFirst) {
      this.startedAt = at;
      this.tell({ event: 'case.opened', actor: MAIL, changes: [], reason: null, at });
    }
    const messageId = this.world.ids.next('messages');
    const why = reason ?? (isFirst ? OPENED : ANSWERED);
    const brand = this.world.brands[this.planned.brand.key];
    const about = { caseId: this.id, messageId, ...(envelopeFrom === undefined ? {} : { envelopeFrom }) };
    const intakeId = arrive(this.world, { mail, brand, fate: 'message', reason: why, sender, ...about });
    this.storeInbound({ mail, sender, automatic: automatic ?? null, messageId, intakeId });
    if (automatic) return;

    this.activeAt = at;
    this.waitingSince ??= at;
    const text = readText(mail);
    this.excerpt = excerptOf({ text, visibleLength: foldQuotes(text).visibleLength });
    this.latest = {
      who: nameAndAddress(mail.from),
      at: mail.at,
      text: mail.text,
      messageId: mail.messageId,
      references: [...mail.references],
    };
    if (!isFirst) this.reopen(at);
  }

  /** As UpdateCase: one history line for all fields that change. */
  update(agentEmail: string, wanted: Changes, at: number): void {
    const before: Required<{ [Field in keyof Changes]: unknown }> = {
      status: this.status,
      assigneeId: this.assigneeId,
      groupId: this.groupId,
      priority: this.priority,
    };
    const fields = ['status', 'assigneeId', 'groupId', 'priority'] as const;
    const changed = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== before[field]);
    if (changed.length === 0) return;
    const changes = changed.map((field) => ({ field, from: before[field], to: wanted[field] }));
    this.tell({ event: 'case.updated', actor: this.stamp(agentEmail), changes, reason: null, at });
    this.assigneeId = wanted.assigneeId ?? this.assigneeId;
    this.groupId = wanted.groupId ?? this.groupId;
    this.priority = wanted.priority ?? this.priority;
    if (wanted.status) this.become(wanted.status, at);
    if (wanted.status && wanted.status !== 'open') this.waitingSince = null;
  }

  /** As ReplyToCase, and the delivery as it went. */
  answer({ text, at, files, status: wanted, delivery }: DemoAnswer): void {
    const replied = statusAfter(this.status, 'agent-replies') ?? this.status;
    const status = wanted === undefined ? replied : (statusAfter(replied, { set: wanted }) ?? replied);
    const messageId = this.world.ids.next('messages');
    this.storeOutbound({ messageId, text, at, files });
    this.storeDelivery(messageId, at, delivery);
    this.inTrouble ||= ['failed', 'unknown', 'bounced'].includes(delivery.state);
    if (status !== this.status) {
      const changes = [{ field: 'status', from: this.status, to: status }];
      this.tell({ event: 'case.updated', actor: this.stamp(this.planned.agent.email), changes, reason: null, at });
    }
    this.openedAt ??= at;
    this.become(status, at);
    this.waitingSince = null;
    this.activeAt = at;
    this.excerpt = excerptOf({ text, visibleLength: text.length });
  }

  /** Writes the case itself, after its last step. */
  finish(): void {
    const { brand, customer, subject } = this.planned;
    const { id: brandId, mailboxId } = this.world.brands[brand.key];
    const time = (at: number | null) => (at === null ? null : iso(at));
    this.world.rows.add('cases', {
      id: this.id,
      brand_id: brandId,
      mailbox_id: mailboxId,
      customer_id: known(this.world.customers, customer.address).id,
      subject,
      excerpt: this.excerpt,
      status: this.status,
      priority: this.priority,
      channel: 'email',
      assignee_id: this.assigneeId,
      group_id: this.groupId,
      sequence: this.sequence,
      waiting_since: time(this.waitingSince),
      delivery_trouble: this.inTrouble,
      opened_at: time(this.openedAt),
      resolved_at: time(this.resolvedAt),
      closed_at: time(this.closedAt),
      active_at: iso(this.activeAt),
      created_at: iso(this.startedAt),
      updated_at: iso(this.updatedAt),
      demo: true,
    });
  }

  private reopen(at: number): void {
    const status = statusAfter(this.status, 'customer-writes');
    if (status === null || status === this.status) return;
    const changes = [{ field: 'status', from: this.status, to: status }];
    this.tell({ event: 'case.reopened', actor: MAIL, changes, reason: ANSWERED, at });
    this.become(status, at);
  }

  private become(status: CaseStatus, at: number): void {
    if (status === 'open') this.openedAt ??= at;
    if (status === 'resolved' && this.status !== 'resolved') this.resolvedAt = at;
    if (status === 'open' || status === 'pending') this.resolvedAt = null;
    if (status === 'closed') this.closedAt = at;
    this.status = status;
  }

  private tell(line: {
    event: string;
    actor: ActorStamp;
    changes: FieldChange[];
    reason: string | null;
    at: number;
  }): void {
    this.world.rows.add('case_events', { case_id: this.id, sequence: this.step(line.at), ...line, at: iso(line.at) });
  }

  private step(at: number): number {
    this.updatedAt = at;
    this.sequence += 1;
    return this.sequence;
  }

  private stamp(agentEmail: string): ActorStamp {
    const { id, name } = known(this.world.users, agentEmail);
    return { kind: 'user', id, name };
  }

  private storeInbound(heard: {
    mail: WrittenMail;
    sender: SenderCheck;
    automatic: AutomaticKind | null;
    messageId: number;
    intakeId: number;
  }): void {
    const { mail, sender, automatic, messageId, intakeId } = heard;
    const text = readText(mail);
    this.storeMessage({
      id: messageId,
      direction: 'in',
      text,
      visible_length: foldQuotes(text).visibleLength,
      html: mail.html,
      automatic,
      sender,
      author: null,
      user_id: null,
      customer_id: this.world.customers.get(mail.from.address)?.id ?? null,
      intake_id: intakeId,
      mail,
    });
  }

  private storeOutbound({
    messageId,
    text,
    at,
    files,
  }: {
    messageId: number;
    text: string;
    at: number;
    files: readonly MailFile[];
  }): void {
    const { brand, customer, agent, subject } = this.planned;
    const mailId = this.world.identity.messageIdFor({ caseId: this.id, messageId, mailboxAddress: brand.address });
    const references = this.latest ? [...this.latest.references, this.latest.messageId] : [];
    const mail: WrittenMail = {
      from: { name: `${agent.name} (${brand.name})`, address: brand.address },
      to: { name: customer.name, address: customer.address },
      subject: `Re: ${subject}`,
      at: new Date(at),
      messageId: mailId,
      inReplyTo: this.latest?.messageId ?? null,
      references,
      text,
      html: paragraphs(text),
      files,
    };
    const author = this.stamp(agent.email);
    const ours = { automatic: null, sender: null, author, user_id: author.id, customer_id: null, intake_id: null };
    this.storeMessage({
      id: messageId,
      direction: 'out',
      text,
      visible_length: text.length,
      html: mail.html,
      ...ours,
      mail,
    });
    this.latest = { who: nameAndAddress(mail.from), at: mail.at, text, messageId: mailId, references };
  }

  private storeMessage({ mail, ...own }: { id: number; mail: WrittenMail; [column: string]: unknown }): void {
    this.world.rows.add('messages', {
      ...own,
      case_id: this.id,
      sequence: this.step(mail.at.getTime()),
      channel: 'email',
      subject: mail.subject,
      from_name: mail.from.name,
      from_address: mail.from.address,
      recipients_to: [mail.to],
      recipients_cc: [],
      message_id: mail.messageId,
      in_reply_to: mail.inReplyTo,
      reference_ids: mail.references,
      notices: [],
      at: iso(mail.at.getTime()),
    });
    mail.files.forEach(({ fileName, contentType, content }, index) => {
      const blob = this.world.rows.keep(content);
      const named = { message_id: own.id, position: index + 1, file_name: fileName, content_type: contentType };
      this.world.rows.add('attachments', { ...named, ...blob, content_id: null, inline: false });
    });
  }

  private storeDelivery(messageId: number, at: number, { state, response }: DemoAnswer['delivery']): void {
    const left = at + 10_000 + this.world.chance.int(300, 2400);
    const settled = state === 'failed' ? left + 2 * HOUR : left;
    this.world.rows.add('deliveries', {
      message_id: messageId,
      case_id: this.id,
      state,
      recipients: [this.planned.customer.address],
      attempts: state === 'failed' ? 4 : 1,
      undo_until: iso(at + 10_000),
      sent_at: state === 'sent' || state === 'bounced' ? iso(left) : null,
      response,
      created_at: iso(at),
      updated_at: iso(Math.min(settled, this.world.now)),
    });
  }
}

function nameAndAddress({ name, address }: { name: string; address: string }): string {
  return `${name} <${address}>`;
}
