import { entitiesIn } from '../entities.ts';
import { mediaUrl } from '../media-store.ts';
import { takesMessagesFrom } from '../direct-messages.ts';
import type { DirectMessage, Media, Post, XUser } from '../model.ts';
import { only, type Selection } from '../selection.ts';
import { textOnX, type TextOnX } from '../text-on-x.ts';
import type { XWorld } from '../x-world.ts';

const EDIT_WINDOW_MS = 30 * 60_000;
const MAX_EDITS = 5;

export function postView(world: XWorld, post: Post, chosen: Selection['tweet']) {
  const answered = post.repliedTo === null ? undefined : world.posts.get(post.repliedTo);
  const referenced = referencesOf(post);
  const media = post.mediaIds.flatMap((id) => world.media.get(id)?.key ?? []);
  const said = textOf(world, post, media);
  const view = {
    id: post.id,
    text: said.text,
    edit_history_tweet_ids: post.history,
    created_at: post.createdAt,
    author_id: post.authorId,
    conversation_id: post.conversationId,
    in_reply_to_user_id: answered?.authorId,
    referenced_tweets: referenced.length > 0 ? referenced : undefined,
    entities: Object.keys(said.entities).length > 0 ? said.entities : undefined,
    note_tweet: said.whole,
    attachments: media.length > 0 ? { media_keys: media } : undefined,
    lang: post.lang,
    source: post.source,
    possibly_sensitive: false,
    reply_settings: 'everyone',
    display_text_range: [post.implicitPrefix, said.end],
    public_metrics: chosen.has('public_metrics') ? metricsOf(world, post) : undefined,
    edit_controls: {
      edits_remaining: Math.max(0, MAX_EDITS + 1 - post.history.length),
      is_edit_eligible: true,
      editable_until: new Date(Date.parse(post.createdAt) + EDIT_WINDOW_MS).toISOString(),
    },
  };
  return only(view, chosen, ['id', 'text', 'edit_history_tweet_ids']);
}

export function referencesOf(post: Post): { type: 'replied_to' | 'quoted' | 'retweeted'; id: string }[] {
  return [
    ...(post.repliedTo === null ? [] : [{ type: 'replied_to' as const, id: post.repliedTo }]),
    ...(post.quoted === null ? [] : [{ type: 'quoted' as const, id: post.quoted }]),
    ...(post.retweeted === null ? [] : [{ type: 'retweeted' as const, id: post.retweeted }]),
  ];
}

/** `viewer` is whoever asks; the app itself has nobody's relations to show. */
export function userView(world: XWorld, user: XUser, chosen: Selection['user'], viewer?: XUser) {
  const view = {
    id: user.id,
    name: user.name,
    username: user.username,
    created_at: user.createdAt,
    description: user.description,
    protected: false,
    verified: user.verified,
    verified_type: user.verified ? (user.kind === 'brand' ? 'business' : 'blue') : 'none',
    // X tells it of whoever asks, and of nobody else.
    subscription_type: viewer?.id === user.id ? (user.premium ? 'Premium' : 'None') : undefined,
    profile_image_url: avatarUrl(world, user),
    public_metrics: {
      followers_count: user.followers,
      following_count: user.following,
      tweet_count: world.posts.where((post) => post.authorId === user.id && post.deletedAt === null).length,
      listed_count: 0,
      like_count: world.relations.where((one) => one.kind === 'like' && one.userId === user.id).length,
    },
    receives_your_dm: viewer && takesMessagesFrom(world, user, viewer),
    connection_status: viewer && connection(world, user, viewer),
  };
  return only(view, chosen, ['id', 'name', 'username']);
}

export function avatarUrl(world: XWorld, user: XUser): string {
  return `${world.url}/profile_images/${user.id}_normal.png`;
}

export function mediaView(world: XWorld, media: Media, chosen: Selection['media']) {
  const url = mediaUrl(world, media);
  const view = {
    media_key: media.key,
    type: media.type,
    url: media.type === 'photo' ? url : undefined,
    preview_image_url: media.type === 'photo' ? undefined : url,
    alt_text: media.altText || undefined,
    width: 192,
    height: 192,
    variants: media.type === 'photo' ? undefined : [{ bit_rate: 832_000, content_type: media.mimeType, url }],
  };
  return only(view, chosen, ['media_key', 'type']);
}

export function messageView(world: XWorld, message: DirectMessage, chosen: Selection['dm']) {
  const media = message.mediaIds.flatMap((id) => world.media.get(id)?.key ?? []);
  const { text, entities } = textOfMessage(world, message);
  const view = {
    id: message.id,
    event_type: 'MessageCreate',
    text,
    entities: Object.keys(entities).length > 0 ? entities : undefined,
    created_at: message.createdAt,
    sender_id: message.senderId,
    dm_conversation_id: message.conversationId,
    attachments: media.length > 0 ? { media_keys: media } : undefined,
  };
  return only(view, chosen, ['id', 'event_type', 'text']);
}

function textOf(world: XWorld, post: Post, mediaKeys: string[]): TextOnX {
  const username = world.users.get(post.authorId)?.username ?? '';
  const attached = mediaKeys.map((mediaKey, index) => ({
    url: `https://x.com/${username}/status/${post.id}/photo/${index + 1}`,
    mediaKey,
  }));
  return textOnX(post.text, entitiesIn(world, post.text), attached);
}

/** The words of a direct message, which X treats like those of a post. */
export function textOfMessage(world: XWorld, message: DirectMessage): TextOnX {
  const attached = message.mediaIds
    .flatMap((id) => world.media.get(id) ?? [])
    .map(({ key }) => ({
      url: `https://x.com/messages/media/${message.id}`,
      mediaKey: key,
    }));
  const { whole, ...said } = textOnX(message.text, entitiesIn(world, message.text), attached);
  return { ...said, ...whole };
}

function metricsOf(world: XWorld, post: Post) {
  const about = (fits: (other: Post) => boolean) =>
    world.posts.where((other) => other.deletedAt === null && other.history.at(-1) === other.id && fits(other)).length;
  return {
    retweet_count: about((other) => other.retweeted === post.id),
    reply_count: about((other) => other.repliedTo !== null && post.history.includes(other.repliedTo)),
    like_count: world.relations.where((one) => one.kind === 'like' && one.targetId === post.id).length,
    quote_count: about((other) => other.quoted !== null && post.history.includes(other.quoted)),
    bookmark_count: 0,
    impression_count: 0,
  };
}

function connection(world: XWorld, user: XUser, viewer: XUser): string[] {
  return [
    ...(world.related('follow', user.id, viewer.id) ? ['followed_by'] : []),
    ...(world.related('follow', viewer.id, user.id) ? ['following'] : []),
    ...(world.related('block', viewer.id, user.id) ? ['blocking'] : []),
  ];
}
