import { createHmac } from 'node:crypto';
import type { Media, XUser } from './model.ts';
import type { XWorld } from './x-world.ts';

const DAY_MS = 24 * 60 * 60_000;
const URL_LIVES_MS = 60 * 60_000;
const PROCESSING_MS = 1000;

type MediaKind = { type: Media['type']; maxBytes: number; prefix: string; ending: string };

const MEDIA_KINDS = new Map<string, MediaKind>(
  Object.entries({
    'image/jpeg': { type: 'photo', maxBytes: 5_242_880, prefix: '3_', ending: 'jpg' },
    'image/png': { type: 'photo', maxBytes: 5_242_880, prefix: '3_', ending: 'png' },
    'image/webp': { type: 'photo', maxBytes: 5_242_880, prefix: '3_', ending: 'webp' },
    'image/gif': { type: 'animated_gif', maxBytes: 15_728_640, prefix: '16_', ending: 'gif' },
    'video/mp4': { type: 'video', maxBytes: 536_870_912, prefix: '7_', ending: 'mp4' },
  }),
);

/** What X knows of a content type; undefined for those that it does not take. */
export const mediaKind = (mimeType: string): MediaKind | undefined => MEDIA_KINDS.get(mimeType);

/** Begins an upload; undefined for a type that X does not take. */
export function beginMedia(
  world: XWorld,
  given: { owner: XUser; mimeType: string; category: string; totalBytes: number },
): Media | undefined {
  const kind = mediaKind(given.mimeType);
  if (!kind) return undefined;
  const id = world.ids.next();
  return world.media.put({
    id,
    ownerId: given.owner.id,
    key: kind.prefix + id,
    type: kind.type,
    mimeType: given.mimeType,
    category: given.category,
    totalBytes: given.totalBytes,
    state: 'uploading',
    readyAt: 0,
    expiresAt: world.clock.ms() + DAY_MS,
    altText: '',
  });
}

/** All bytes are there: a picture is ready at once, a film after a moment. */
export function finishMedia(world: XWorld, media: Media): Media {
  const processing = media.type === 'video';
  const readyAt = world.clock.ms() + (processing ? PROCESSING_MS : 0);
  return world.media.put({ ...media, state: processing ? 'processing' : 'ready', readyAt });
}

export function isReady(world: XWorld, media: Media): boolean {
  return media.state === 'ready' || (media.state === 'processing' && media.readyAt <= world.clock.ms());
}

/** A picture that a person takes out of their pocket, complete at once. */
export function addPicture(world: XWorld, given: { owner: XUser; mimeType: string; bytes: Buffer; altText?: string }) {
  const { owner, mimeType, bytes } = given;
  const begun = beginMedia(world, { owner, mimeType, category: 'tweet_image', totalBytes: bytes.length });
  if (!begun) return undefined;
  world.files.append(begun.id, bytes);
  return world.media.put({ ...begun, state: 'ready', altText: given.altText ?? '' });
}

/** Where the bytes can be fetched, for an hour; then the address is forgotten, as on X. */
export function mediaUrl(world: XWorld, media: Media): string {
  const expires = world.clock.ms() + URL_LIVES_MS;
  const ending = mediaKind(media.mimeType)?.ending ?? 'bin';
  return `${world.url}/media/${media.id}.${ending}?expires=${expires}&signature=${signatureOf(world, media.id, expires)}`;
}

export function mayFetch(world: XWorld, mediaId: string, query: URLSearchParams): boolean {
  const expires = Number(query.get('expires'));
  return expires > world.clock.ms() && query.get('signature') === signatureOf(world, mediaId, expires);
}

function signatureOf(world: XWorld, mediaId: string, expires: number): string {
  return createHmac('sha256', world.app.appSecret).update(`${mediaId} ${expires}`).digest('base64url');
}
