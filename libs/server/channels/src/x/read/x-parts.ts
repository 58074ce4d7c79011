import type { PostMedia, WriterFacts } from '@bureau/domain';
import { z } from 'zod';
import { valueAt, type Json } from '../../social/in/read/json-document.ts';
import { XMedia, XPost, XUser, type OldMedia, type OldUser, type XLink } from './x-shapes.ts';

/** What an answer brings besides what was asked for: who wrote, what is quoted, pictures. */
export interface Includes {
  users: XUser[];
  posts: XPost[];
  media: XMedia[];
}

export function includesAt(document: Json | undefined, pointer: string): Includes {
  const included = (name: string) => valueAt(document, `${pointer}/includes/${name}`);
  return {
    users: each(XUser, included('users')),
    posts: each(XPost, included('tweets')),
    media: each(XMedia, included('media')),
  };
}

/** Those of a list that can be read; a bad one costs only itself. */
export function each<Shape extends z.ZodType>(shape: Shape, list: Json | undefined): z.infer<Shape>[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one) => {
    const read = shape.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

/** Addresses that X writes behind a text for its pictures; the pictures themselves come beside it. */
const PICTURE = /^https:\/\/(?:x|twitter)\.com\/(?:[^/]+\/status\/\d+\/(?:photo|video)\/\d+|messages\/media\/\d+)$/u;

/** A text as it was written: X makes t.co addresses of links, adds one for each picture, and escapes three characters. */
export function written(text: string, links: readonly XLink[] | null | undefined): string {
  return (links ?? []).reduce((said, { url, expanded_url: address }) => {
    if (!address) return said;
    return PICTURE.test(address) ? said.replace(url, '').trimEnd() : said.replaceAll(url, () => address);
  }, plain(text));
}

/** X escapes three characters in its texts, as HTML does. */
export function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function writerOf(id: string, users: readonly XUser[]): WriterFacts {
  const user = users.find((known) => known.id === id);
  if (!user) return { externalId: id, handle: '', name: '' };
  return {
    ...{ externalId: id, handle: user.username, name: user.name },
    ...(user.profile_image_url ? { avatarUrl: user.profile_image_url } : {}),
    ...(typeof user.public_metrics?.followers_count === 'number'
      ? { followers: user.public_metrics.followers_count }
      : {}),
    ...(typeof user.verified === 'boolean' ? { verified: user.verified } : {}),
  };
}

export function oldWriterOf(id: string, user: OldUser | undefined): WriterFacts {
  if (!user) return { externalId: id, handle: '', name: '' };
  return {
    ...{ externalId: id, handle: user.screen_name, name: user.name },
    ...(user.profile_image_url_https ? { avatarUrl: user.profile_image_url_https } : {}),
    ...(typeof user.followers_count === 'number' ? { followers: user.followers_count } : {}),
    ...(typeof user.verified === 'boolean' ? { verified: user.verified } : {}),
  };
}

const TYPES: Record<string, readonly [contentType: string, ending: string]> = {
  photo: ['image/jpeg', 'jpg'],
  video: ['video/mp4', 'mp4'],
  animated_gif: ['video/mp4', 'mp4'],
};

export function mediaOf(keys: readonly string[], media: readonly XMedia[]): PostMedia[] {
  return keys.flatMap((key, index) => {
    const found = media.find((known) => known.media_key === key);
    if (!found) return [];
    const film = bestFilm(found);
    const url = film ?? found.url ?? found.preview_image_url;
    if (!url) return [];
    const [contentType, ending] = TYPES[film === undefined ? 'photo' : found.type] ?? [
      'application/octet-stream',
      'bin',
    ];
    return [{ url, fileName: `${found.type}-${index + 1}.${ending}`, contentType, description: found.alt_text ?? '' }];
  });
}

function bestFilm({ variants }: XMedia): string | undefined {
  const films = (variants ?? []).filter(({ content_type }) => content_type === 'video/mp4');
  return films.toSorted((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))[0]?.url;
}

export function oldMediaOf(media: readonly OldMedia[]): PostMedia[] {
  return media.flatMap(({ media_url_https: url, ext_alt_text }, index) =>
    url
      ? [{ url, fileName: `photo-${index + 1}.jpg`, contentType: 'image/jpeg', description: ext_alt_text ?? '' }]
      : [],
  );
}

/** X says `und`, `qme` and the like where there is no language to tell. */
export function languageOf(lang: string | null | undefined): string | null {
  return lang && /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/u.test(lang) ? lang : null;
}

/** Undefined for what is no time. */
export function timeOf(text: string | number | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
