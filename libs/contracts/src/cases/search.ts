import { z } from 'zod';
import { Id } from '../ids.ts';
import { CustomerSummary } from '../customers/customer.ts';
import { CaseSummary } from './case.ts';

/** Where something stands in a text: UTF-16 units, the end excluded. The text itself is plain: nothing in it is markup. */
export const TextMark = z.tuple([z.number().int(), z.number().int()]);
export type TextMark = z.infer<typeof TextMark>;

/** The place in a case that tells best why it was found. */
export const FoundText = z.object({
  kind: z.enum(['message', 'note']),
  sequence: z.number().int(),
  text: z.string(),
  marks: z.array(TextMark),
});
export type FoundText = z.infer<typeof FoundText>;

export const FoundCase = CaseSummary.extend({
  subjectMarks: z.array(TextMark),
  /** Null when it was found by something else: an operator, the customer, a label, a file name. */
  found: FoundText.nullable(),
});
export type FoundCase = z.infer<typeof FoundCase>;

/** Something that was read otherwise than its writer may have meant. */
export const SearchHint = z.object({ part: z.string(), message: z.string() });
export type SearchHint = z.infer<typeof SearchHint>;

/** Customers and companies whose names are nearly what was typed. */
export const SimilarName = z.object({ kind: z.enum(['customer', 'company']), id: Id, name: z.string() });
export type SimilarName = z.infer<typeof SimilarName>;

export const FoundCases = z.object({
  items: z.array(FoundCase),
  next: z.string().nullable(),
  /** How many cases were found, up to 100; `more` says that there are more than that. */
  count: z.number().int(),
  more: z.boolean(),
  hints: z.array(SearchHint),
  /** When little was found: whose names are nearly that; cases of theirs follow what was found. */
  similar: z.array(SimilarName),
});
export type FoundCases = z.infer<typeof FoundCases>;

export const FoundCustomer = CustomerSummary.extend({
  company: z.object({ id: Id, name: z.string() }).nullable(),
  nameMarks: z.array(TextMark),
});
export type FoundCustomer = z.infer<typeof FoundCustomer>;
