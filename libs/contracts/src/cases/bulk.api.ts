import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { Conditions } from '../automation/conditions.ts';
import { MacrosInBulk } from '../automation/macros.ts';
import { UpdateCase } from './update-case.ts';

export const BULK_AT_MOST = 10_000;

/** One change for many cases: of their fields, into the trash and out of it, or what macros do. */
export const ChangeInBulk = z
  .object({
    caseIds: z.array(Id).min(1, 'Name the cases.').max(BULK_AT_MOST, 'At most 10,000 cases at once.').optional(),
    /** Instead: every case of a filter … */
    filterId: Id.optional(),
    /** … or that conditions find. */
    conditions: Conditions.optional(),
    /** How many cases the asker has seen; another number is refused with 409 bulk.count-changed. */
    expectedCount: z.number().int().min(0).optional(),
    changes: UpdateCase.optional(),
    /** Into the trash, or (false) out of it. */
    deleted: z.boolean().optional(),
    /** Applied to each case, as its agent would; each case is done wholly or, with a reason, not at all. */
    macros: MacrosInBulk.optional(),
  })
  .refine(
    ({ caseIds, filterId, conditions }) =>
      [caseIds, filterId, conditions].filter((of) => of !== undefined).length === 1,
    {
      path: ['caseIds'],
      message: 'Say which cases: by `caseIds`, `filterId` or `conditions`.',
    },
  )
  .refine(
    ({ changes, deleted, macros }) => [changes, deleted, macros].filter((deed) => deed !== undefined).length === 1,
    {
      path: ['changes'],
      message: 'Say either `changes`, `deleted` or `macros`.',
    },
  )
  .refine(({ changes }) => changes?.externalId === undefined, {
    path: ['changes', 'externalId'],
    message: 'An external id belongs to one case only.',
  });
export type ChangeInBulk = z.infer<typeof ChangeInBulk>;

export const BulkState = z.enum(['running', 'done', 'undoing', 'undone']);
export type BulkState = z.infer<typeof BulkState>;

/** How far a bulk change is. */
export const BulkChange = z.object({
  id: Id,
  state: BulkState,
  actor: ActorStamp,
  /** As it was asked. */
  changes: z.record(z.string(), z.unknown()),
  /** Cases in all, and those that are behind us. */
  total: z.number().int(),
  done: z.number().int(),
  changed: z.number().int(),
  /** Cases that stayed as they were, with a reason in `skips`. */
  skipped: z.number().int(),
  /** After an undo: cases that were given back what they had, and those of which a later change was kept. */
  undone: z.number().int(),
  kept: z.number().int(),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type BulkChange = z.infer<typeof BulkChange>;

/** A case that stayed as it was. */
export const BulkSkip = z.object({
  caseId: Id,
  /** Of the catalogue of errors; `case.moved-on` for what was changed again since. */
  code: z.string(),
  message: z.string(),
  /** The fields that an undo could not give back. */
  fields: z.array(z.string()),
});
export type BulkSkip = z.infer<typeof BulkSkip>;

const bulkParams = z.object({ bulkId: IdParam });

export const bulkApi = {
  change: route('POST', '/bulk-changes', {
    summary: 'Change up to 10,000 cases at once; follow it in the room `bulk:ID`.',
    allow: 'cases:bulk',
    body: ChangeInBulk,
    response: BulkChange,
    status: 202,
    idempotent: true,
  }),
  get: route('GET', '/bulk-changes/:bulkId', {
    summary: 'Read how far a bulk change is.',
    allow: 'cases:bulk',
    params: bulkParams,
    response: BulkChange,
  }),
  skips: route('GET', '/bulk-changes/:bulkId/skips', {
    summary: 'List the cases that a bulk change, or its undo, left as they were, and why.',
    allow: 'cases:bulk',
    params: bulkParams,
    query: PageQuery.extend({ undo: z.stringbool().default(false) }),
    response: pageOf(BulkSkip),
  }),
  undo: route('POST', '/bulk-changes/:bulkId/undo', {
    summary: 'Take a bulk change back; what was changed again since is kept. It may be repeated.',
    allow: 'cases:bulk',
    params: bulkParams,
    response: BulkChange,
    status: 202,
    idempotent: true,
  }),
};

export const bulkEvents = {
  'bulk.begun': z.object({ bulkId: Id }),
  'bulk.progressed': z.object({ bulkId: Id }),
} as const;
