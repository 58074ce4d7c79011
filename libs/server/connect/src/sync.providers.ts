import type { Provider, Type } from '@nestjs/common';
import { ChildRepository } from './children/child.repository.ts';
import { ChildrenOfCase } from './children/children-of-case.ts';
import { PushChildrenOfMany } from './children/push-children-of-many.ts';
import { PushChildren } from './children/push-children.ts';
import { ConflictRepository } from './conflict/conflict.repository.ts';
import { ConflictQueries } from './conflict/conflict.queries.ts';
import { ConflictsController } from './conflict/conflicts.controller.ts';
import { RecordConflicts } from './conflict/record-conflicts.ts';
import { ResolveConflict } from './conflict/resolve-conflict.ts';
import { CreateInDesk } from './desk/create-in-desk.ts';
import { DeskRecordQueries } from './desk/desk-record.queries.ts';
import { FindInDesk } from './desk/find-in-desk.queries.ts';
import { MeetsConditions } from './desk/meets-conditions.ts';
import { PartyFactsQueries } from './desk/party-facts.queries.ts';
import { NotLinked } from './desk/not-linked.ts';
import { ReadDeskValues } from './desk/read-desk-values.ts';
import { WriteDeskRecord } from './desk/write-desk-record.ts';
import { HearOfChanges } from './hints/hear-of-changes.ts';
import { ChangeLinks } from './link/change-links.ts';
import { DeclareCaseSync } from './link/declare-case-sync.ts';
import { LinkPreviews } from './link/link-previews.ts';
import { LookAtFields } from './link/look-at-fields.ts';
import { LinkStateQueries } from './link/link-state.queries.ts';
import { LinksController } from './link/links.controller.ts';
import { LinkRepository } from './link/link.repository.ts';
import { MergeWithDesk } from './link/merge-with-desk.ts';
import { PersonContacts } from './link/person-contacts.ts';
import { ProblemQueries } from './link/problem.queries.ts';
import { RetryProblems } from './link/retry-problems.ts';
import { SyncFrames } from './link/sync-frames.ts';
import { ConnectFigures } from './log/connect-figures.ts';
import { FieldLabels } from './log/field-labels.ts';
import { KeepLog } from './log/keep-log.ts';
import { SyncLogController } from './log/sync-log.controller.ts';
import { SyncLogQueries } from './log/sync-log.queries.ts';
import { SyncLogRepository } from './log/sync-log.repository.ts';
import { TrafficQueries } from './log/traffic.queries.ts';
import { AwaitingRows } from './pull/awaiting-rows.repository.ts';
import { CursorRepository } from './pull/cursor.repository.ts';
import { MakeFromRow } from './pull/make-from-row.ts';
import { PullComment } from './pull/pull-comment.ts';
import { PullComments } from './pull/pull-comments.ts';
import { PullObject } from './pull/pull-object.ts';
import { PullRow } from './pull/pull-row.ts';
import { PullSettingsOf } from './pull/pull-settings-of.ts';
import { PullSalesforce } from './pull/pull-salesforce.ts';
import { Reconcile } from './pull/reconcile.ts';
import { TellPull } from './pull/tell-pull.ts';
import { AfterFailure } from './push/after-failure.ts';
import { AskSalesforce } from './push/ask-salesforce.ts';
import { KeepPush } from './push/keep-push.ts';
import { NoteChanges } from './push/note-changes.ts';
import { NoteChangesOnDeskFacts } from './push/note-changes.on-desk-facts.ts';
import { SalesforceOutbox } from './push/outbox.repository.ts';
import { ReadPushFacts } from './push/push-facts.ts';
import { PushRecord } from './push/push-record.ts';
import { ReleaseProblems } from './push/release-problems.ts';
import { PushWaiting } from './push/push-waiting.ts';

/** What keeps records in step: links, the way there, and the way back. */
export const SYNC_PROVIDERS: Provider[] = [
  ...[AfterFailure, AskSalesforce, AwaitingRows, ChildRepository, ChildrenOfCase, ConflictRepository],
  ...[CreateInDesk, CursorRepository, PushChildrenOfMany],
  ...[
    DeskRecordQueries,
    FindInDesk,
    KeepPush,
    LinkRepository,
    MakeFromRow,
    MeetsConditions,
    MergeWithDesk,
    NotLinked,
    NoteChanges,
  ],
  ...[
    NoteChangesOnDeskFacts,
    PartyFactsQueries,
    PullComment,
    PullComments,
    PullObject,
    PullRow,
    PullSalesforce,
    PullSettingsOf,
    PushChildren,
    PushRecord,
  ],
  ...[
    PushWaiting,
    ReadDeskValues,
    Reconcile,
    ReleaseProblems,
    ReadPushFacts,
    RecordConflicts,
    SalesforceOutbox,
    SyncFrames,
  ],
  ...[SyncLogRepository, TellPull, WriteDeskRecord],
  ...[
    ChangeLinks,
    ConnectFigures,
    ConflictQueries,
    FieldLabels,
    KeepLog,
    DeclareCaseSync,
    LinkPreviews,
    LinkStateQueries,
    LookAtFields,
    PersonContacts,
    ProblemQueries,
  ],
  ...[HearOfChanges, ResolveConflict, RetryProblems, SyncLogQueries, TrafficQueries],
];

export const SYNC_CONTROLLERS: Type[] = [ConflictsController, LinksController, SyncLogController];
