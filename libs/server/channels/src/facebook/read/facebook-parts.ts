import type { PostMedia, WriterFacts } from '@bureau/domain';
import { z } from 'zod';
import type { Attached, MessageAttachment, Person } from './facebook-shapes.ts';

/** Null: Facebook does not say who, because he is gone or it is not for us to know. */
export function writerFrom(person: Person | null | undefined): WriterFacts | null {
  return person?.id === undefined ? null : { externalId: person.id, handle: '', name: person.name };
}

/** Seconds or milliseconds since 1970, or ISO 8601 with an offset such as +0000. */
export function timeFrom(said: number | string | null | undefined): Date | null {
  if (said === null || said === undefined) return null;
  const number = typeof said === 'number' ? said : Number(said);
  const time = new Date(Number.isNaN(number) ? said : number > 100_000_000_000 ? number : number * 1000);
  return Number.isNaN(time.getTime()) ? null : time;
}

const TYPES: Record<string, readonly [contentType: string, ending: string]> = {
  image: ['image/jpeg', 'jpg'],
  photo: ['image/jpeg', 'jpg'],
  sticker: ['image/png', 'png'],
  video: ['video/mp4', 'mp4'],
  audio: ['audio/mp4', 'm4a'],
};

export function fileAt(url: string | null | undefined, type: string, name?: string | null): PostMedia[] {
  if (!url) return [];
  const [contentType, ending] = TYPES[type] ?? ['application/octet-stream', 'bin'];
  return [{ url, fileName: name || nameIn(url) || `${type}.${ending}`, contentType, description: '' }];
}

/** The last part of the address when it looks like the name of a file. */
function nameIn(url: string): string {
  const name = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  return /^[\w.-]{1,80}\.[a-z\d]{2,4}$/iu.test(name) ? name : '';
}

export function mediaOfMessage(attachments: readonly MessageAttachment[]): PostMedia[] {
  const kinds = new Set(['image', 'video', 'audio', 'file', 'sticker', 'reel', 'ig_reel']);
  return attachments.flatMap(({ type, payload }) => (kinds.has(type) ? fileAt(payload?.url, type) : []));
}

/** What attachments say that are no files: a place, a link, a product. */
export function wordsOfMessage(attachments: readonly MessageAttachment[]): string {
  return attachments
    .flatMap(({ type, title, url, payload }) => {
      const { coordinates, product } = payload ?? {};
      if (coordinates) return [`https://www.openstreetmap.org/?mlat=${coordinates.lat}&mlon=${coordinates.long}`];
      if (product) return product.elements.map((element) => element.title);
      if (type === 'fallback' || type === 'template') return [title ?? payload?.title, url ?? payload?.url];
      return [];
    })
    .filter((said) => said)
    .join('\n');
}

const WithParts = z.object({ subattachments: z.object({ data: z.array(z.unknown()) }).nullish() });

export function mediaOfPost(attachments: readonly Attached[]): PostMedia[] {
  return attachments.flatMap((attached) => {
    const parts = WithParts.safeParse(attached);
    const below = parts.success ? (parts.data.subattachments?.data ?? []) : [];
    return below.length > 0 ? mediaOfPost(below.flatMap((part) => readAttached(part))) : mediaOfOne(attached);
  });
}

function mediaOfOne({ type, media }: Attached): PostMedia[] {
  const kind = type ?? 'photo';
  if (/share|link|event/u.test(kind)) return [];
  if (media?.source) return fileAt(media.source, 'video');
  return fileAt(media?.image?.src, 'photo');
}

const Part = z.object({
  type: z.string().nullish(),
  media: z.object({ image: z.object({ src: z.string() }).nullish(), source: z.string().nullish() }).nullish(),
});

function readAttached(part: unknown): Attached[] {
  const read = Part.safeParse(part);
  return read.success ? [read.data] : [];
}
