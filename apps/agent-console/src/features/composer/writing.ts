import { Upload } from '@bureau/contracts';
import type { Draft } from '@bureau/contracts';
import { z } from 'zod';

/** What an agent has in front of her while she answers: the draft, and what only this browser knows of it. */
export const Writing = z.object({
  html: z.string(),
  text: z.string(),
  /** The sequence of the case that she has seen. */
  sequence: z.number(),
  uploads: z.array(Upload),
  /** Null: the copies that the case suggests. */
  cc: z.array(z.string()).nullable(),
  /** One key per reply: the same reply sent again is carried out once. */
  key: z.string(),
});
export type Writing = z.infer<typeof Writing>;

/** An empty sheet for a case that stands at `sequence`. */
export function emptyWriting(sequence: number, key: string): Writing {
  return { html: '', text: '', sequence, uploads: [], cc: null, key };
}

export function writingOf(draft: Draft, key: string): Writing {
  const { html, text, sequence, uploads } = draft;
  return { html, text, sequence, uploads, cc: null, key };
}

export function isBlank(writing: Writing): boolean {
  return writing.text.trim() === '' && writing.uploads.length === 0;
}
