import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { CustomField, CustomFieldOwner, CustomFieldType } from './custom-field.ts';

const text = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, 'Write at least one character.')
    .max(limit, `At most ${limit} characters.`)
    .refine((words) => !/\p{Cc}/u.test(words) && words.isWellFormed(), 'Leave out control characters.');

/** One choice of a list; levels are divided by «::», and none of them is empty. */
const Choice = text(200).refine((choice) => choice.split('::').every((level) => level.trim() !== ''), {
  message: 'Write every level, as in "Support::Testing".',
});
const Choices = z
  .array(Choice)
  .max(1_000, 'At most 1,000 choices.')
  .refine((choices) => new Set(choices).size === choices.length, 'Name every choice once.');

export const CreateCustomField = z
  .object({
    owner: CustomFieldOwner,
    label: text(100),
    type: CustomFieldType,
    choices: Choices.default([]),
  })
  .refine(({ type, choices }) => type === 'list' || choices.length === 0, {
    path: ['choices'],
    message: 'Only a list has choices.',
  });
export type CreateCustomField = z.infer<typeof CreateCustomField>;

/** Owner, key and type stay as they are: data hang on them. */
export const UpdateCustomField = z
  .object({
    label: text(100).optional(),
    /** Replaces all choices; data with a choice that is gone stay, and may be sent back as they are. */
    choices: Choices.optional(),
    active: z.boolean().optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one of label, choices, active.',
  });
export type UpdateCustomField = z.infer<typeof UpdateCustomField>;

const params = z.object({ customFieldId: IdParam });

export const customFieldsApi = {
  list: route('GET', '/custom-fields', {
    summary: 'List the custom fields, those that are not active included, in their order.',
    allow: 'signed-in',
    query: z.object({ owner: CustomFieldOwner.optional() }),
    response: z.object({ items: z.array(CustomField) }),
  }),
  create: route('POST', '/custom-fields', {
    summary: 'Define a custom field; its key is made of the label and never changes.',
    allow: 'custom-fields:manage',
    body: CreateCustomField,
    response: CustomField,
    status: 201,
    idempotent: true,
  }),
  order: route('PUT', '/custom-fields/order', {
    summary: 'Bring the custom fields of an owner into an order; those that are not named follow.',
    allow: 'custom-fields:manage',
    body: z.object({ owner: CustomFieldOwner, ids: z.array(Id).min(1, 'Name at least one field.').max(1_000) }),
    response: z.object({ items: z.array(CustomField) }),
  }),
  get: route('GET', '/custom-fields/:customFieldId', {
    summary: 'Read a custom field.',
    allow: 'signed-in',
    params,
    response: CustomField,
  }),
  uses: route('GET', '/custom-fields/:customFieldId/uses', {
    summary: 'Count what has a value in a custom field, or one choice of a list.',
    allow: 'custom-fields:manage',
    params,
    query: z.object({ choice: z.string().max(200).optional() }),
    response: z.object({ count: z.number().int() }),
  }),
  update: route('PATCH', '/custom-fields/:customFieldId', {
    summary: 'Change label or choices of a custom field, or put it out of use; its data stay.',
    allow: 'custom-fields:manage',
    params,
    body: UpdateCustomField,
    response: CustomField,
  }),
};
