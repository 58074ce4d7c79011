import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';

/** A custom field of cases that the e-mail form of a brand asks for. */
export const WebFormField = z.object({
  customFieldId: Id,
  label: z.string(),
  required: z.boolean(),
});
export type WebFormField = z.infer<typeof WebFormField>;

export const WriteWebForm = z.object({
  fields: z
    .array(z.object({ customFieldId: Id, required: z.boolean().default(false) }))
    .max(20, 'Ask for at most 20 fields: people give up before.')
    .refine((fields) => new Set(fields.map(({ customFieldId }) => customFieldId)).size === fields.length, {
      message: 'Name each field once.',
    }),
});
export type WriteWebForm = z.infer<typeof WriteWebForm>;

const params = z.object({ brandId: IdParam });
const response = z.object({ fields: z.array(WebFormField) });

export const webFormsApi = {
  read: route('GET', '/brands/:brandId/web-form', {
    summary: 'Read what the e-mail form of a brand asks for besides name, address, subject and message.',
    allow: 'users:view',
    params,
    response,
  }),
  write: route('PUT', '/brands/:brandId/web-form', {
    summary: 'Say what the e-mail form of a brand asks for besides name, address, subject and message.',
    allow: 'brands:manage',
    params,
    body: WriteWebForm,
    response,
  }),
};
