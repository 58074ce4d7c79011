import { entitiesIn } from '../entities.ts';
import type { Post } from '../model.ts';
import type { XWorld } from '../x-world.ts';
import type { Search } from './read-query.ts';

/** Whether a post is what a search looks for. */
export function fits(world: XWorld, post: Post, search: Search): boolean {
  switch (search.kind) {
    case 'all':
      return search.of.every((part) => fits(world, post, part));
    case 'any':
      return search.of.some((part) => fits(world, post, part));
    case 'not':
      return !fits(world, post, search.of);
    case 'word':
    case 'phrase':
      return ` ${wordsOf(post.text).join(' ')} `.includes(` ${wordsOf(search.text).join(' ')} `);
    case 'mention':
      return post.mentions.includes(world.userNamed(search.username)?.id ?? '');
    case 'hashtag':
      return entitiesIn(world, post.text).hashtags.some(({ tag }) => same(tag, search.tag));
    case 'operator':
      return fitsOperator(world, post, search);
  }
}

function fitsOperator(world: XWorld, post: Post, { name, value }: Extract<Search, { kind: 'operator' }>): boolean {
  const isUser = (id: string | undefined) => {
    const user = id === undefined ? undefined : world.users.get(id);
    return user !== undefined && (user.id === value || same(user.username, value));
  };
  const authorOf = (id: string | null) => (id === null ? undefined : world.posts.get(id)?.authorId);
  switch (name) {
    case 'from':
      return isUser(post.authorId);
    case 'to':
      return isUser(authorOf(post.repliedTo));
    case 'retweets_of':
      return isUser(authorOf(post.retweeted));
    case 'conversation_id':
      return post.conversationId === value;
    case 'in_reply_to_tweet_id':
      return post.repliedTo === value;
    case 'quotes_of_tweet_id':
      return post.quoted === value;
    case 'url':
      return entitiesIn(world, post.text).urls.some(({ url }) => url.toLowerCase().includes(value.toLowerCase()));
    case 'lang':
      return same(post.lang, value);
    case 'is':
      return is(world, post, value);
    case 'has':
      return has(world, post, value);
  }
}

function is(world: XWorld, post: Post, value: string): boolean {
  if (value === 'retweet') return post.retweeted !== null;
  if (value === 'reply') return post.repliedTo !== null;
  if (value === 'quote') return post.quoted !== null;
  return value === 'verified' && world.users.get(post.authorId)?.verified === true;
}

function has(world: XWorld, post: Post, value: string): boolean {
  const { mentions, hashtags, urls } = entitiesIn(world, post.text);
  const types = post.mediaIds.flatMap((id) => world.media.get(id)?.type ?? []);
  if (value === 'mentions') return mentions.length > 0;
  if (value === 'hashtags') return hashtags.length > 0;
  if (value === 'links') return urls.length > 0;
  if (value === 'images') return types.includes('photo');
  if (value === 'videos' || value === 'video_link') return types.includes('video');
  return value === 'media' && types.length > 0;
}

/** Letters and digits of any script count; everything else separates words. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
