import { Upload } from '@bureau/contracts';
import type { Draft } from '@bureau/contracts';
import { z } from 'zod';
import { withoutInline } from './inline-images.ts';

const addresses = z.array(z.string()).nullable().default(null);

/** Whom it goes to, and under which subject; null, all of them: as the case suggests. */
const Envelope = z.object({
  to: addresses,
  cc: addresses,
  bcc: addresses,
  subject: z.string().nullable().default(null),
});

/** What an agent has in front of her while she answers: the draft, and what only this browser knows of it. */
export const Writing = z.object({
  mode: z.enum(['reply', 'forward']).default('reply'),
  html: z.string(),
  text: z.string(),
  /** The sequence of the case that she has seen. */
  sequence: z.number(),
  /** Files beside the text; pictures within it are named by it. */
  uploads: z.array(Upload),
  ...Envelope.shape,
  /** The envelope of the other mode, to be found again when the words turn into that. */
  aside: Envelope.nullable().default(null),
  /** What is forwarded; null: the whole conversation. */
  messageIds: z.array(z.number()).nullable().default(null),
  withAttachments: z.boolean().default(true),
  /** The delivery that failed and is replaced by this. */
  replacesDeliveryId: z.number().nullable().default(null),
  /** Why it could not be added at the last attempt, in the words that its writer read. */
  failed: z.string().nullable().default(null),
  /** One key per reply: the same reply sent again is carried out once. */
  key: z.string(),
});
export type Writing = z.infer<typeof Writing>;

/** An empty sheet for a case that stands at `sequence`. */
export function emptyWriting(sequence: number, key: string): Writing {
  return Writing.parse({ html: '', text: '', sequence, uploads: [], key });
}

export function writingOf(draft: Draft, key: string): Writing {
  const { mode, html, text, sequence, uploads, to, cc, bcc, subject } = draft;
  const known = { mode, html, text, sequence, uploads: withoutInline(uploads, html), to, cc, bcc, subject, key };
  return Writing.parse(known);
}

/** The same words as another thing. Whom a reply was for, a forward is not; each keeps its own envelope. */
export function turnedTo(mode: Writing['mode'], writing: Writing): Writing {
  if (writing.mode === mode) return writing;
  const { to, cc, bcc, subject } = writing;
  return { ...writing, ...Envelope.parse(writing.aside ?? {}), mode, aside: { to, cc, bcc, subject } };
}

export function isBlank(writing: Writing): boolean {
  return writing.text.trim() === '' && writing.uploads.length === 0;
}
