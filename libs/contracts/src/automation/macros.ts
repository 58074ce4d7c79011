import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { FilterVisibility } from '../cases/filters.ts';
import { ACTION_TYPES, ActionEffect, Actions } from './actions.ts';

const text = (what: string, atMost: number) =>
  z
    .string(`Give the ${what}.`)
    .trim()
    .max(atMost, `At most ${atMost} characters.`)
    .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out characters that are no text.');

/** Everybody's, of some groups, or one's own. */
export const MacroVisibility = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('everyone') }),
  z.strictObject({
    for: z.literal('groups'),
    groupIds: z
      .array(Id)
      .min(1, 'Name a group.')
      .max(100, 'At most 100 groups.')
      .refine((ids) => new Set(ids).size === ids.length, 'Name each group once.'),
  }),
  FilterVisibility.options[2],
]);
export type MacroVisibility = z.infer<typeof MacroVisibility>;

const settings = {
  name: text('name', 100).min(1, 'Give the macro a name.'),
  description: text('description', 1000),
  /** It is found below each of these; none: at the top. */
  folders: z.array(text('folder', 100).min(1, 'Name the folder.')).max(10, 'At most 10 folders.'),
  actions: Actions.min(1, 'Say what the macro does.'),
  visibility: MacroVisibility,
  enabled: z.boolean(),
};

export const Macro = z.object({
  id: Id,
  ...settings,
  /** None while a program of Desk.com that made it has not said yet what it does. */
  actions: Actions,
  /** Names no group when the last one was deleted: only who manages macros sees it then. */
  visibility: z.discriminatedUnion('for', [
    MacroVisibility.options[0],
    z.strictObject({ for: z.literal('groups'), groupIds: z.array(Id) }),
    MacroVisibility.options[2],
  ]),
  position: z.number().int(),
  /** What it does, one sentence for each action. */
  sentences: z.array(z.string()),
  /** Applied so often in the last 30 days, by the reader and by everybody. */
  usedByMe: z.number().int(),
  used: z.number().int(),
  /** Whether the reader may change it. */
  editable: z.boolean(),
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Macro = z.infer<typeof Macro>;

export const CreateMacro = z.strictObject({
  ...settings,
  description: settings.description.default(''),
  folders: settings.folders.default([]),
  /** Left out: one's own. */
  visibility: settings.visibility.optional(),
  enabled: settings.enabled.default(true),
});
export type CreateMacro = z.infer<typeof CreateMacro>;

export const UpdateMacro = z
  .strictObject({
    name: settings.name.optional(),
    description: settings.description.optional(),
    folders: settings.folders.optional(),
    actions: settings.actions.optional(),
    visibility: settings.visibility.optional(),
    enabled: settings.enabled.optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateMacro = z.infer<typeof UpdateMacro>;

export const ReorderMacros = z.strictObject({
  macroIds: z
    .array(Id)
    .min(1)
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each macro once.'),
});
export type ReorderMacros = z.infer<typeof ReorderMacros>;

/**
 * `mine`: what the reader may apply. To manage them, also those that are switched off: `own`, and everybody's and every
 * group's, `shared`, for those who may manage macros.
 */
export const ListMacros = z.object({ scope: z.enum(['mine', 'own', 'shared']).default('mine') });
export type ListMacros = z.infer<typeof ListMacros>;

export const MACROS_AT_ONCE = 10;

const macroIds = z
  .array(Id)
  .min(1, 'Name a macro.')
  .max(MACROS_AT_ONCE, `At most ${MACROS_AT_ONCE} macros at once.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Name each macro once.');

/** What macros would do to a case, one after the other. */
export const PreviewMacros = z.strictObject({ macroIds });
export type PreviewMacros = z.infer<typeof PreviewMacros>;

/** The same for a macro that is being written. */
export const TryMacro = z.strictObject({ actions: Actions, caseId: Id });
export type TryMacro = z.infer<typeof TryMacro>;

export const MacroPreview = z.object({
  /** What is left in the composer: all quick replies together; null: none. */
  reply: z
    .object({
      html: z.string(),
      text: z.string(),
      subject: z.string().nullable(),
      missing: z.array(z.string()),
      /** As of a message of an effect. */
      marked: z.string().optional(),
    })
    .nullable(),
  /** Of all macros in the order in which they act; `index` counts through. */
  effects: z.array(ActionEffect),
  /** Effects that the reader may not have, by index; applying leaves them out and says so. */
  refused: z.array(z.number().int()),
});
export type MacroPreview = z.infer<typeof MacroPreview>;

export const ApplyMacros = z.strictObject({
  macroIds,
  /** The sequence of the case that the agent saw; 409 case.moved-on when a customer or a colleague was faster. */
  sequence: z.number().int().min(0).optional(),
});
export type ApplyMacros = z.infer<typeof ApplyMacros>;

/** What was done, and what takes all of it back at once while nobody else has changed the same. */
export const MacroApplication = MacroPreview.extend({
  applicationId: Id,
  /** Of the case, afterwards. */
  sequence: z.number().int(),
});
export type MacroApplication = z.infer<typeof MacroApplication>;

/** What an undo gave back. */
export const MacroUndo = z.object({
  /** Fields that have again what they had. */
  undone: z.array(z.string()),
  /** Fields that somebody has changed since: they stay. */
  kept: z.array(z.string()),
  /** Notes that were taken away. */
  notes: z.number().int(),
  /** Notes that were changed since: they stay. */
  notesKept: z.number().int(),
  /** What cannot be taken back: mails that have left, calls of other systems. */
  stays: z.array(z.enum(ACTION_TYPES)),
});
export type MacroUndo = z.infer<typeof MacroUndo>;

/** Macros for many cases at once. */
export const MacrosInBulk = z.strictObject({
  macroIds,
  /** Whether each customer is sent the reply that the macros compose; left out: replies are left out. */
  sendReplies: z.boolean().default(false),
});
export type MacrosInBulk = z.infer<typeof MacrosInBulk>;

export const macroParams = z.object({ macroId: IdParam });
