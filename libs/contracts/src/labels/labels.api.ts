import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Label, LabelColor, LabelName, LabelType } from './label.ts';

const fields = {
  description: z.string().trim().max(1_000, 'At most 1,000 characters.'),
  color: LabelColor,
  types: z
    .array(LabelType)
    .min(1, 'Name at least one type.')
    .transform((types) => [...new Set(types)]),
  enabled: z.boolean(),
};

export const CreateLabel = z.object({
  name: LabelName,
  description: fields.description.default(''),
  color: fields.color.default('default'),
  types: fields.types.default(['case']),
  enabled: fields.enabled.default(true),
});
export type CreateLabel = z.infer<typeof CreateLabel>;

export const UpdateLabel = z
  .object({ name: LabelName, ...fields })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one of name, description, color, types, enabled.',
  });
export type UpdateLabel = z.infer<typeof UpdateLabel>;

export const ListLabels = z.object({
  type: LabelType.optional(),
  enabled: z.stringbool().optional(),
  /** Part of the name, whatever its letters. */
  q: z.string().trim().max(100).optional(),
});
export type ListLabels = z.infer<typeof ListLabels>;

/** What carried or asked for a label carries and asks for this one instead. */
export const MergeLabel = z.object({ intoId: Id });
export type MergeLabel = z.infer<typeof MergeLabel>;

/** How many cases carry a label; nobody counts beyond {@link LABEL_USES_COUNTED}. */
export const LabelUse = z.object({ labelId: Id, count: z.number().int(), more: z.boolean() });
export type LabelUse = z.infer<typeof LabelUse>;
export const LABEL_USES_COUNTED = 1_000;

const params = z.object({ labelId: IdParam });

export const labelsApi = {
  list: route('GET', '/labels', {
    summary: 'List the labels in their order.',
    allow: 'signed-in',
    query: ListLabels,
    response: z.object({ items: z.array(Label) }),
  }),
  uses: route('GET', '/labels/uses', {
    summary: 'Count the cases that carry each label.',
    allow: 'labels:manage',
    response: z.object({ items: z.array(LabelUse) }),
  }),
  create: route('POST', '/labels', {
    summary: 'Create a label; upper and lower case are different names.',
    allow: 'labels:create',
    body: CreateLabel,
    response: Label,
    status: 201,
    idempotent: true,
  }),
  order: route('PUT', '/labels/order', {
    summary: 'Bring the labels into an order; those that are not named follow.',
    allow: 'labels:manage',
    body: z.object({ ids: z.array(Id).min(1, 'Name at least one label.').max(10_000) }),
    response: z.object({ items: z.array(Label) }),
  }),
  get: route('GET', '/labels/:labelId', {
    summary: 'Read a label.',
    allow: 'signed-in',
    params,
    response: Label,
  }),
  update: route('PATCH', '/labels/:labelId', {
    summary: 'Change a label; what carries it shows the new name at once.',
    allow: 'labels:manage',
    params,
    body: UpdateLabel,
    response: Label,
  }),
  merge: route('POST', '/labels/:labelId/merge', {
    summary: 'Merge a label into another one: cases and filters go over to it, and this one is gone.',
    allow: 'labels:manage',
    params,
    body: MergeLabel,
    response: Label,
  }),
  delete: route('DELETE', '/labels/:labelId', {
    summary: 'Delete a label: it is offered no more at once, and taken off every case behind the scenes.',
    allow: 'labels:manage',
    params,
  }),
};
