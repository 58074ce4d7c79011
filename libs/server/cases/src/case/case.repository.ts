import { Injectable } from '@nestjs/common';
import {
  permits,
  userIdOf,
  type Actor,
  type ActorStamp,
  type CaseStatus,
  type Channel,
  type CustomFieldValues,
  type EventContext,
  type FieldChange,
  type ListCases,
  type RouteStatus,
  type UserSummary,
} from '@bureau/contracts';
import {
  checkVersion,
  Clock,
  Database,
  pageFrom,
  ProblemError,
  RawJson,
  readCursor,
  statement,
} from '@bureau/platform';
import type { InboundMessage, StoredFile } from '../message/inbound-message.ts';
import { caseAccess } from './case-access.ts';
import { openingValues, type CaseToOpen } from './case-opening.ts';
import { patchStatement, type CasePatch } from './case-patch.ts';
import { listThrough, lockThrough, readThrough, type ListScope } from './case.statements.ts';
import { OPEN, OPEN_MANY, openingRow } from './open.statements.ts';

/** What a verb knows of the case it has locked. */
export interface LockedCase {
  id: number;
  channel: Channel;
  status: CaseStatus;
  sequence: number;
  subject: string;
  description: string;
  priority: number;
  language: string | null;
  externalId: string | null;
  brandId: number;
  brandName: string;
  mailboxId: number | null;
  mailboxAddress: string | null;
  mailboxName: string | null;
  /** The account of a network that it came through; null: none, or it is gone. */
  socialAccountId: number | null;
  assigneeId: number | null;
  groupId: number | null;
  customerId: number;
  customerName: string;
  customerAddress: string | null;
  labelIds: number[];
  customFields: CustomFieldValues;
  waitingSince: Date | null;
  lockedBy: number | null;
  lockedUntil: Date | null;
  snoozedAt: Date | null;
  snoozedUntil: Date | null;
  spamAt: Date | null;
  deletedAt: Date | null;
  mergedIntoId: number | null;
  routeStatus: RouteStatus | null;
  /** Its sequence, which every write moves: what `If-Match` is compared with. */
  version: string;
}

/** Which cases a lock may find besides living ones. */
export interface LockOptions {
  /** Also one in the trash. */
  deleted?: boolean;
  /** The version that the writer saw (RFC 9110 §13.1.1). */
  ifMatch?: string | null;
  /** Refuse while a colleague has taken the case: for people at the console, not for programs. */
  heedsLock?: boolean;
}

const TELL = statement(
  'cases.tell',
  `INSERT INTO case_events (case_id, sequence, event, actor, changes, reason, context, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const FILES = statement(
  'messages.attach',
  `INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256, content_id, inline)
   SELECT $1, row_number() OVER (), f.* FROM
     unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::boolean[])
     AS f (file_name, content_type, size, sha256, content_id, inline)`,
);

/** The only place that speaks SQL for cases. */
@Injectable()
export class CaseRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { view, limit, cursor, ...scopes }: ListCases): Promise<RawJson> {
    const place = readCursor(cursor);
    const [scope, scopedTo] = scopeOf(scopes);
    const access = caseAccess(actor, 6);
    const values = [place?.at ?? null, place?.id ?? null, limit + 1, userIdOf(actor) ?? 0, scopedTo];
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      listThrough(access, { view, scope }),
      [...values, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  /** The contract `Case`, when the actor may see it; undefined otherwise. One in the trash only when asked for. */
  async read(actor: Actor, caseId: number, { deleted = false } = {}): Promise<RawJson | undefined> {
    const access = caseAccess(actor, 3);
    const row = await this.database.row<{ json: string; version: string }>(readThrough(access), [
      caseId,
      deleted,
      ...access.values,
    ]);
    return row && new RawJson(row.json, row.version);
  }

  /** Whether the actor may see the case. What is in the trash is there for those who could take it out. */
  async isVisible(actor: Actor, caseId: number): Promise<boolean> {
    const access = caseAccess(actor, 3);
    const sql = `SELECT FROM cases c WHERE c.id = $1 AND (c.deleted_at IS NULL OR $2) AND ${access.sql}`;
    const values = [caseId, permits(actor, 'cases:delete'), ...access.values];
    return (await this.database.row(statement(`cases.visible-${access.kind}`, sql), values)) !== undefined;
  }

  /**
   * Locks a case that the actor may see until the end of the transaction; undefined when there is none.
   * Throws case.locked when a colleague has taken it and the writer heeds that, and request.precondition-failed when it is
   * not the version that the writer saw.
   */
  async lock(
    actor: Actor,
    caseId: number,
    { deleted = false, ifMatch, heedsLock = false }: LockOptions = {},
  ): Promise<LockedCase | undefined> {
    const access = caseAccess(actor, 3);
    const supportCase = await this.database.row<LockedCase>(lockThrough(access), [caseId, deleted, ...access.values]);
    if (!supportCase) return undefined;
    if (heedsLock) await this.heedLock(actor, supportCase);
    checkVersion(supportCase.version, ifMatch);
    return supportCase;
  }

  /** As {@link lock}; throws case.not-found. */
  async lockOrThrow(actor: Actor, caseId: number, options: LockOptions = {}): Promise<LockedCase> {
    const supportCase = await this.lock(actor, caseId, options);
    if (!supportCase) throw new ProblemError('case.not-found');
    return supportCase;
  }

  /** Throws case.locked with who works on the case, and until when he has it. */
  async heedLock(actor: Actor, { lockedBy, lockedUntil }: Pick<LockedCase, 'lockedBy' | 'lockedUntil'>): Promise<void> {
    if (lockedBy === null || lockedUntil === null || lockedUntil <= this.clock.now()) return;
    if (lockedBy === userIdOf(actor)) return;
    const user = await this.database.row<UserSummary>('SELECT id, name FROM users WHERE id = $1', [lockedBy]);
    throw new ProblemError('case.locked', { lock: { user, until: lockedUntil.toISOString() } });
  }

  async open(opened: CaseToOpen, message: InboundMessage): Promise<{ caseId: number; messageId: number }> {
    const values = openingValues(opened, message);
    const row = await this.database.row<{ caseId: number; messageId: number }>(OPEN, values);
    if (!row) throw new Error('The case was not opened.');
    await this.attach(row.messageId, message.files);
    return row;
  }

  /** In their order; none of their messages has files. */
  async openMany(
    openings: readonly { opened: CaseToOpen; message: InboundMessage }[],
  ): Promise<{ caseId: number; messageId: number }[]> {
    const rows = openings.map(({ opened, message }) => openingRow(openingValues(opened, message)));
    const made = await this.database.rows<{ caseId: number; messageId: number }>(OPEN_MANY, [JSON.stringify(rows)]);
    return made.toSorted((one, other) => one.caseId - other.caseId);
  }

  /** Grows the sequence by `items` and sets the named columns; the times that follow from a new status follow. */
  async patch(caseId: number, patch: CasePatch, { items, at }: { items: number; at: Date }): Promise<void> {
    const { query, values } = patchStatement({ caseId, patch, items, at });
    await this.database.run(query, values);
  }

  /** Adds a line to the history. */
  async tell(
    caseId: number,
    line: {
      sequence: number;
      event: string;
      actor: ActorStamp;
      changes: FieldChange[];
      reason: string | null;
      context?: EventContext;
      at: Date;
    },
  ): Promise<void> {
    const { sequence, event, actor, changes, reason, context = {}, at } = line;
    await this.database.run(TELL, [
      caseId,
      sequence,
      event,
      JSON.stringify(actor),
      JSON.stringify(changes),
      reason,
      JSON.stringify(context),
      at,
    ]);
  }

  async attach(messageId: number, files: StoredFile[]): Promise<void> {
    if (files.length === 0) return;
    await this.database.run(FILES, [
      messageId,
      files.map((file) => file.fileName),
      files.map((file) => file.contentType),
      files.map((file) => file.size),
      files.map((file) => file.sha256),
      files.map((file) => file.contentId),
      files.map((file) => file.inline),
    ]);
  }

  /** Marks whether a message of this case is in trouble: failed, unknown or bounced. Mostly there is nothing to write. */
  async refreshDeliveryTrouble(caseId: number): Promise<void> {
    await this.database.run(
      `UPDATE cases SET delivery_trouble = now.trouble
       FROM (SELECT EXISTS (
         SELECT FROM deliveries
         WHERE case_id = $1 AND state IN ('failed', 'unknown', 'bounced') AND replaced_by IS NULL) AS trouble) now
       WHERE id = $1 AND delivery_trouble <> now.trouble`,
      [caseId],
    );
  }
}

function scopeOf({
  externalId,
  customerId,
  companyId,
  brandId,
}: Omit<ListCases, 'view' | 'limit' | 'cursor'>): [ListScope, unknown] {
  if (externalId !== undefined) return ['external-id', externalId];
  if (customerId !== undefined) return ['customer', customerId];
  if (companyId !== undefined) return ['company', companyId];
  return brandId === undefined ? ['everything', null] : ['brand', brandId];
}
