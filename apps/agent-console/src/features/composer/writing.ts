import { ReplyOnNetwork, Upload } from '@bureau/contracts';
import type { Draft } from '@bureau/contracts';
import { z } from 'zod';
import { inlineIds, placed, withoutPictures } from './inline-images.ts';

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
  /** The pictures within it, for where they cannot stand there. */
  inside: z.array(Upload).default([]),
  ...Envelope.shape,
  /** The envelope of the other mode, to be found again when the words turn into that. */
  aside: Envelope.nullable().default(null),
  /** How it leaves on the network of its case; null: as answers leave there by themselves. */
  post: ReplyOnNetwork.nullable().default(null),
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
  const { mode, html, text, sequence, uploads, to, cc, bcc, subject, post } = draft;
  const known = { mode, html, text, sequence, key, post, ...placed(uploads, html) };
  const envelope = { to, cc, bcc, subject };
  return Writing.parse({ ...known, ...envelope });
}

/** The same words as another thing. Whom a reply was for, a forward is not; each keeps its own envelope. */
export function turnedTo(mode: Writing['mode'], writing: Writing): Writing {
  if (writing.mode === mode) return writing;
  const { to, cc, bcc, subject } = writing;
  return { ...writing, ...Envelope.parse(writing.aside ?? {}), mode, aside: { to, cc, bcc, subject } };
}

/** The same for a network, which takes words and files: pictures within the text come to stand beside it. */
export function withPicturesBeside(writing: Writing): Writing {
  const { html, uploads, inside } = writing;
  const ids = inlineIds(html).filter((id) => uploads.every((upload) => upload.id !== id));
  if (ids.length === 0) return writing;
  const pictures = inside.filter(({ id }) => ids.includes(id));
  return { ...writing, html: withoutPictures(html), uploads: [...uploads, ...pictures], inside: [] };
}

/** A sheet with the words and files of another below its own. */
export function together(above: Writing, below: Writing): Writing {
  return {
    ...above,
    html: above.html + below.html,
    text: [above.text, below.text].filter((text) => text !== '').join('\n\n'),
    uploads: [...above.uploads, ...below.uploads],
    inside: [...above.inside, ...below.inside],
  };
}

export function isBlank(writing: Writing): boolean {
  return writing.text.trim() === '' && writing.uploads.length === 0;
}
