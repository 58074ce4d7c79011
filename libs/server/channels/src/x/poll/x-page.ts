import { compareXIds, isXId } from '@bureau/domain';
import { z } from 'zod';

/** A page of X, as far as walking it needs; the rest of it stays as it came. */
export const XPage = z.looseObject({
  data: z.array(z.looseObject({ id: z.string() })).optional(),
  meta: z.looseObject({ next_token: z.string().optional() }).optional(),
});
export type XPage = z.infer<typeof XPage>;

/** What is kept of it: not how it was walked. */
export function kept({ meta: _, ...page }: XPage): Record<string, unknown> {
  return page;
}

export function idsOf({ data = [] }: XPage): string[] {
  return data.map(({ id }) => id).filter(isXId);
}

/** The later of both; the other when one is none. */
export function later(one: string | null, other: string | undefined): string | null {
  if (other === undefined || (one !== null && compareXIds(one, other) >= 0)) return one;
  return other;
}

/** Everything that a post has to be asked for with, or it comes without writer, place and pictures. */
export const POST_FIELDS = {
  'tweet.fields':
    'created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,attachments,lang,edit_history_tweet_ids,reply_settings,note_tweet',
  expansions: 'author_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys',
  'user.fields': 'username,name,profile_image_url,created_at,public_metrics,receives_your_dm,verified',
  'media.fields': 'url,preview_image_url,type,alt_text,variants',
} as const;

export const MESSAGE_FIELDS = {
  event_types: 'MessageCreate',
  'dm_event.fields':
    'id,text,event_type,created_at,dm_conversation_id,sender_id,attachments,referenced_tweets,entities',
  expansions: 'sender_id,attachments.media_keys',
  'user.fields': POST_FIELDS['user.fields'],
  'media.fields': POST_FIELDS['media.fields'],
} as const;
