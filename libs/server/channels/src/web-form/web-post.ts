import { CustomFieldValues, Id } from '@bureau/contracts';
import { z } from 'zod';

/** The source of intake items that came by a page of a support center. */
export const WEB_FORM = 'web-form';

const File = z.object({
  fileName: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  contentId: z.null(),
  inline: z.literal(false),
});

/** Who wrote. Only `customerId` is proven: by a session or by the link of a case. Null: somebody typed name and address. */
const Writer = z.object({ customerId: Id.nullable(), name: z.string(), email: z.string() });

const said = {
  writer: Writer,
  text: z.string(),
  files: z.array(File),
  /** Of the page, such as `de`. */
  language: z.string(),
  /** Why a person is to look at it first; null: nothing speaks against it. */
  hold: z.string().nullable(),
  /** Where it came from, for whoever looks into abuse. */
  network: z.string(),
  userAgent: z.string(),
  /** Every field as it was sent. */
  fields: z.record(z.string(), z.string()),
};

/** What came by a page of a support center, as the ledger keeps it. */
export const WebPost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), ...said, subject: z.string(), customFields: CustomFieldValues }),
  z.object({ kind: z.literal('reply'), ...said, caseId: Id }),
]);
export type WebPost = z.infer<typeof WebPost>;
export type WebQuestion = Extract<WebPost, { kind: 'question' }>;
export type WebReply = Extract<WebPost, { kind: 'reply' }>;

/** Reads a post back from the ledger. Throws for one that was erased or is none. */
export function readWebPost(raw: Buffer): WebPost {
  return WebPost.parse(JSON.parse(raw.toString('utf8')));
}
