import { Injectable } from '@nestjs/common';
import type { SyncProblem } from '@bureau/contracts';
import { nextAfterFailure } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { SyncLogRepository } from '../log/sync-log.repository.ts';
import { DONE, type PushEnd } from '../push/push-end.ts';
import { SalesforceFailure, type SalesforceRecords } from '../salesforce/index.ts';
import { findComment } from './case-comments.ts';
import { ChildRepository, type Child } from './child.repository.ts';
import { ChildrenOfCase, knownOf, rowOf, type ComparedChildren } from './children-of-case.ts';
import { findPost } from './feed-post.ts';
import { findSent, type SentChild } from './sent-child.ts';

/**
 * Brings notes, interactions and posts of a case beneath it in Salesforce, each once: what was sent is remembered before, and
 * looked for when nobody knows what came of it.
 */
@Injectable()
export class PushChildren {
  constructor(
    private readonly links: LinkRepository,
    private readonly children: ChildRepository,
    private readonly compared: ChildrenOfCase,
    private readonly frames: SyncFrames,
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  /** `attempts`: tries that failed before. */
  async run(caseId: number, attempts: number): Promise<PushEnd> {
    for (;;) {
      const link = await this.links.ofDesk('case', caseId);
      if (link?.state !== 'ok' || link.salesforceId === null) return DONE;
      const compared = await this.compared.compare(link);
      if (compared.waiting.length === 0 && compared.surplus.length === 0) return DONE;
      const { direction } = await this.frames.settingsOf('case');
      if (direction !== 'both' && direction !== 'to_salesforce') return DONE;

      const end = await this.all(link, compared, attempts);
      if (end) return end;
      if (!compared.more) return DONE;
    }
  }

  private async all(
    link: StoredLink,
    { waiting, surplus, known }: ComparedChildren,
    attempts: number,
  ): Promise<PushEnd | null> {
    const { records } = await this.frames.of('case');
    for (const child of waiting) {
      const end = await this.one(link, child, { records, known, attempts });
      if (end) return end;
    }
    for (const child of surplus) {
      const end = await this.drop(link, child, { records, attempts });
      if (end) return end;
    }
    return null;
  }

  /** A part that a note needs no more, because it has become shorter, is taken away. */
  private async drop(
    link: StoredLink,
    child: Child,
    { records, attempts }: { records: SalesforceRecords; attempts: number },
  ): Promise<PushEnd | null> {
    const { salesforceId, kind, deskId, part } = child;
    try {
      if (salesforceId !== null) await records.remove('CaseComment', salesforceId);
      await this.children.forget(child);
      return null;
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
      const sent = { kind, deskId, part, salesforceObject: 'CaseComment', same: [], fields: {} };
      return this.failed(link, { child: sent, row: child, failure: error, attempts });
    }
  }

  /** Null: it is there, or never will be, and the next one follows. */
  private async one(
    link: StoredLink,
    child: SentChild,
    told: { records: SalesforceRecords; known: readonly Child[]; attempts: number },
  ): Promise<PushEnd | null> {
    const before = knownOf(child, told.known);
    const row = rowOf(child, {
      salesforceId: before?.salesforceId ?? null,
      sentAt: before?.sentAt ?? this.clock.now(),
    });
    try {
      if (!before) await this.children.save(link.deskId, row);
      const salesforceId = await this.write(child, before, told);
      await this.children.save(link.deskId, { ...row, salesforceId });
      await this.tell(link, child, { salesforceId, action: before?.salesforceId ? 'updated' : 'created' });
      return null;
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
      return this.failed(link, { child, row, failure: error, attempts: told.attempts });
    }
  }

  private async write(
    child: SentChild,
    before: Child | undefined,
    { records, known }: { records: SalesforceRecords; known: readonly Child[] },
  ): Promise<string> {
    const { salesforceObject, fields } = child;
    if (before?.salesforceId) {
      const { CommentBody = null } = fields;
      await records.update(salesforceObject, before.salesforceId, { values: { CommentBody }, unchangedSince: null });
      return before.salesforceId;
    }
    const there = before && (await this.lookFor(child, before, { records, known }));
    if (there !== undefined) return there;
    const { segments } = child;
    return segments
      ? records.postToFeed(String(fields['ParentId']), segments)
      : records.create(salesforceObject, fields);
  }

  private lookFor(
    child: SentChild,
    { sentAt }: Child,
    { records, known }: { records: SalesforceRecords; known: readonly Child[] },
  ): Promise<string | undefined> {
    const told = { sentAt, taken: known };
    if (child.kind === 'note') return findComment(records, child, told);
    return child.kind === 'post' ? findPost(records, child, told) : findSent(records, child);
  }

  /** What will never be taken is remembered with its reason; for the rest the case waits. */
  private async failed(
    link: StoredLink,
    { child, row, failure, attempts }: { child: SentChild; row: Child; failure: SalesforceFailure; attempts: number },
  ): Promise<PushEnd | null> {
    const { error } = failure;
    const { code, message } = error;
    const told = { error, attempts, call: 'create' as const, sent: [], pairs: [], chance: Math.random() };
    const next = nextAfterFailure(told);
    const problem: SyncProblem = { code, kind: next.class, message, fields: [...error.fields] };
    if (next.do === 'retry') return { end: 'later', ms: next.ms, failed: true, problem };
    if (next.do === 'pause') return { end: 'later', ms: next.ms ?? 60_000, failed: false, problem };
    await this.children.save(link.deskId, { ...row, problem });
    await this.tell(link, child, { salesforceId: row.salesforceId, action: 'failed', problem });
    return null;
  }

  private async tell(
    link: StoredLink,
    { kind, deskId }: SentChild,
    told: { salesforceId: string | null; action: 'created' | 'updated' | 'failed'; problem?: SyncProblem },
  ): Promise<void> {
    const { salesforceId, action, problem } = told;
    await this.log.add({
      ...{ at: this.clock.now(), direction: 'to_salesforce', object: kind, deskId, salesforceId, action },
      ...(problem ? { errorCode: problem.code, detail: problem.message } : { detail: `Case ${link.deskId}` }),
    });
  }
}
