import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { FilterVisibility } from '../cases/filters.ts';
import { ActionEffect, Actions } from './actions.ts';

const text = (what: string, atMost: number) =>
  z
    .string(`Give the ${what}.`)
    .trim()
    .max(atMost, `At most ${atMost} characters.`)
    .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out characters that are no text.');

/** Everybody's, of some groups, or one's own. */
export const MacroVisibility = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('everyone') }),
  z.strictObject({ for: z.literal('groups'), groupIds: z.array(Id).min(1, 'Name a group.').max(100) }),
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

/** `shared`: everybody's and every group's, for those who may manage macros. */
export const ListMacros = z.object({ scope: z.enum(['mine', 'shared']).default('mine') });
export type ListMacros = z.infer<typeof ListMacros>;

const macroIds = z.array(Id).min(1, 'Name a macro.').max(10, 'At most 10 macros at once.');

/** What macros would do to a case, one after the other. */
export const PreviewMacros = z.strictObject({ macroIds });
export type PreviewMacros = z.infer<typeof PreviewMacros>;

/** The same for a macro that is being written. */
export const TryMacro = z.strictObject({ actions: Actions, caseId: Id });
export type TryMacro = z.infer<typeof TryMacro>;

export const MacroPreview = z.object({
  /** What is left in the composer: all quick replies together; null: none. */
  reply: z
    .object({ html: z.string(), text: z.string(), subject: z.string().nullable(), missing: z.array(z.string()) })
    .nullable(),
  effects: z.array(ActionEffect),
  /** Effects that the reader may not have, by index; applying leaves them out and says so. */
  refused: z.array(z.number().int()),
});
export type MacroPreview = z.infer<typeof MacroPreview>;

export const ApplyMacros = z.strictObject({
  macroIds,
  /** The sequence of the case that the agent saw. */
  sequence: z.number().int().optional(),
});
export type ApplyMacros = z.infer<typeof ApplyMacros>;

/** What was done, and what takes all of it back at once while nobody else has changed the same. */
export const MacroApplication = MacroPreview.extend({ applicationId: Id });
export type MacroApplication = z.infer<typeof MacroApplication>;

export const macroParams = z.object({ macroId: IdParam });
