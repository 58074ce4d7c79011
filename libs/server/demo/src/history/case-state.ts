import type { CaseStatus, Channel, CustomFieldValues, Rating, RatingType } from '@bureau/contracts';
import type { CaseUpdatePatch, UpdatableCase } from '@bureau/domain';
import type { Row } from './demo-rows.ts';

/** The columns of a case, kept as the writes of the desk keep them (cases/case/case-patch.ts). */
export class CaseState implements UpdatableCase {
  status: CaseStatus = 'new';
  assigneeId: number | null = null;
  priority = 4;
  description = '';
  language: string | null = null;
  externalId: string | null = null;
  labelIds: number[] = [];
  customFields: CustomFieldValues = {};
  snoozedAt: Date | null = null;
  snoozedUntil: Date | null = null;
  spamAt: Date | null = null;
  readonly routeStatus = null;
  readonly mergedIntoId = null;
  excerpt = '';
  resolvedAt: Date | null = null;
  /** How often. */
  resolutionCount = 0;
  channel: Channel = 'email';
  deliveryTrouble = false;
  readonly counts = { inbound: 0, outbound: 0, notes: 0, attachments: 0 };
  customerId: number;
  brandId: number;
  mailboxId: number;
  subject: string;
  groupId: number | null;
  private createdAt = new Date(0);
  private changedAt = new Date(0);
  private activeAt = new Date(0);
  private receivedAt: Date | null = null;
  private repliedAt: Date | null = null;
  private waitingSince: Date | null = null;
  private openedAt: Date | null = null;
  private firstOpenedAt: Date | null = null;
  private firstResolvedAt: Date | null = null;
  private closedAt: Date | null = null;
  private deletedAt: Date | null = null;
  private rated: { rating: Rating; ratingType: RatingType; at: Date } | null = null;

  constructor(begun: { customerId: number; brandId: number; mailboxId: number; subject: string; groupId: number }) {
    this.customerId = begun.customerId;
    this.brandId = begun.brandId;
    this.mailboxId = begun.mailboxId;
    this.subject = begun.subject;
    this.groupId = begun.groupId;
  }

  open(at: Date): void {
    this.createdAt = at;
  }

  /** A message came in; `words` null when a machine wrote it. */
  receive({ at, words, files }: { at: Date; words: string | null; files: number }): void {
    this.touch(at);
    this.receivedAt = at;
    this.counts.inbound += 1;
    this.counts.attachments += files;
    if (words === null) return;
    this.activeAt = at;
    this.waitingSince ??= at;
    this.excerpt = words;
  }

  /** A message goes out, and the case has this status afterwards. */
  reply({ at, words, files, status }: { at: Date; words: string; files: number; status: CaseStatus }): void {
    this.touch(at);
    this.openedAt = this.status === 'new' || this.status === 'resolved' ? at : (this.openedAt ?? at);
    this.firstOpenedAt ??= at;
    if (status === 'resolved') this.resolve(at);
    this.status = status;
    this.waitingSince = null;
    this.repliedAt = at;
    this.activeAt = at;
    this.excerpt = words;
    this.counts.outbound += 1;
    this.counts.attachments += files;
  }

  note(at: Date): void {
    this.touch(at);
    this.counts.notes += 1;
  }

  /** Its customer says what he thinks. */
  rate(rated: { rating: Rating; ratingType: RatingType; at: Date }): void {
    this.touch(rated.at);
    this.rated = rated;
  }

  discard(at: Date): void {
    this.touch(at);
    this.deletedAt = at;
  }

  change(patch: CaseUpdatePatch, at: Date): void {
    this.touch(at);
    const { status } = patch;
    if (status === 'open') this.reopen(at);
    if (status === 'resolved') this.resolve(at);
    if (status === 'closed') this.closedAt = at;
    Object.assign(this, patch);
  }

  /** As a row of the table `cases`. */
  row(): Row {
    const { inbound, outbound, notes, attachments } = this.counts;
    return {
      brand_id: this.brandId,
      mailbox_id: this.mailboxId,
      customer_id: this.customerId,
      subject: this.subject,
      excerpt: this.excerpt,
      status: this.status,
      priority: this.priority,
      channel: this.channel,
      language: this.language,
      external_id: this.externalId,
      label_ids: this.labelIds,
      custom_fields: this.customFields,
      description: this.description,
      assignee_id: this.assigneeId,
      group_id: this.groupId,
      inbound_count: inbound,
      outbound_count: outbound,
      note_count: notes,
      attachment_count: attachments,
      delivery_trouble: this.deliveryTrouble,
      resolution_count: this.resolutionCount,
      rating: this.rated?.rating ?? null,
      rating_type: this.rated?.ratingType ?? null,
      rated_at: this.rated?.at ?? null,
      ...this.times(),
    };
  }

  private times(): Row {
    return {
      waiting_since: this.waitingSince,
      received_at: this.receivedAt,
      replied_at: this.repliedAt,
      opened_at: this.openedAt,
      first_opened_at: this.firstOpenedAt,
      resolved_at: this.resolvedAt,
      first_resolved_at: this.firstResolvedAt,
      closed_at: this.closedAt,
      snoozed_at: this.snoozedAt,
      snoozed_until: this.snoozedUntil,
      spam_at: this.spamAt,
      deleted_at: this.deletedAt,
      active_at: this.activeAt,
      created_at: this.createdAt,
      changed_at: this.changedAt,
    };
  }

  private reopen(at: Date): void {
    if (this.status !== 'open') this.openedAt = at;
    this.firstOpenedAt ??= at;
  }

  private resolve(at: Date): void {
    if (this.status !== 'resolved') {
      this.resolvedAt = at;
      this.resolutionCount += 1;
    }
    this.firstResolvedAt ??= at;
  }

  private touch(at: Date): void {
    this.changedAt = at;
  }
}
