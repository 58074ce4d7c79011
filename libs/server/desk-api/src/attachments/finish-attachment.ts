import { z } from 'zod';
import type { Reader } from '../resource/source.ts';

const Entry = z.looseObject({ url: z.string() });

/** With an address that stands by itself: clients follow it without knowing where they are. */
export function finishAttachment(entry: string, { origin }: Reader): string {
  const attachment = Entry.parse(JSON.parse(entry));
  return JSON.stringify({ ...attachment, url: `${origin}${attachment.url}` });
}
