import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';

export const CustomerSummary = z.object({ id: Id, name: z.string(), address: z.string().nullable() });
export type CustomerSummary = z.infer<typeof CustomerSummary>;

export const Customer = CustomerSummary.extend({
  addresses: z.array(z.string()),
  company: z.object({ id: Id, name: z.string() }).nullable(),
  caseCount: z.number().int(),
  createdAt: Timestamp,
});
export type Customer = z.infer<typeof Customer>;
