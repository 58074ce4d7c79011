import type { Provider, Type } from '@nestjs/common';
import { ChangeFirstSync } from './change-first-sync.ts';
import { CreateMany } from './create-many.ts';
import { DealWithDeskRecords } from './deal-with-desk-records.ts';
import { DealWithRows } from './deal-with-rows.ts';
import { FirstSyncController } from './first-sync.controller.ts';
import { FirstSyncQueries } from './first-sync.queries.ts';
import { FirstSyncRealtime } from './first-sync.realtime.ts';
import { FirstSyncRepository } from './first-sync.repository.ts';
import { FirstSyncPlanQueries } from './first-sync-plan.queries.ts';
import { FirstSyncProgress } from './first-sync-progress.ts';
import { FirstSyncStep } from './first-sync-step.ts';
import { MakeMany } from './make-many.ts';
import { MergeMany } from './merge-many.ts';
import { RecognisedRepository } from './recognised.repository.ts';
import { ReadRowFacts } from './row-facts.ts';
import { RunFirstSync } from './run-first-sync.ts';
import { UpdateMany } from './update-many.ts';

export const FIRST_SYNC_CONTROLLERS: Type[] = [FirstSyncController];

export const FIRST_SYNC_PROVIDERS: Provider[] = [
  ...[ChangeFirstSync, CreateMany, DealWithDeskRecords, DealWithRows, FirstSyncQueries, FirstSyncRealtime],
  ...[FirstSyncRepository, FirstSyncPlanQueries, FirstSyncProgress, FirstSyncStep, MakeMany, MergeMany],
  ...[ReadRowFacts, RecognisedRepository, RunFirstSync, UpdateMany],
];
