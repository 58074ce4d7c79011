import { fromOf, isComment, permalinkOf, graphTime, seconds } from './author.ts';
import type { Author, Comment, Post } from './state.ts';
import type { World } from './world.ts';

type Verb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';

/** Says on the `feed` webhook what happened to a post or a comment. */
export function announce(world: World, said: Post | Comment, verb: Verb): void {
  const value = isComment(said) ? commentValue(world, said, verb) : postValue(world, said, verb);
  tell(world, said, { value, by: said.author });
}

export function announceReaction(
  world: World,
  said: Post | Comment,
  reaction: { author: Author; type: string; verb: 'add' | 'edit' | 'remove' },
): void {
  const post = isComment(said) ? said.post : said.id;
  const value = {
    reaction_type: reaction.type,
    ...from(world, said.page, reaction.author),
    parent_id: isComment(said) ? (said.parent ?? said.post) : said.page,
    ...(isComment(said) && { comment_id: said.id }),
    post_id: post,
    created_time: seconds(world.now()),
    item: 'reaction',
    verb: reaction.verb,
  };
  tell(world, said, { value, by: reaction.author });
}

function tell(world: World, said: Post | Comment, told: { value: Record<string, unknown>; by: Author }): void {
  const person = told.by.kind === 'person' ? told.by.id : undefined;
  world.emit({ page: said.page, field: 'feed', person, at: world.now(), value: told.value });
}

function from(world: World, page: string, author: Author) {
  const who = fromOf(world, page, author);
  return who ? { from: who } : {};
}

function commentValue(world: World, comment: Comment, verb: Verb): Record<string, unknown> {
  const whole = verb !== 'remove';
  const post = world.state.posts[comment.post];
  return {
    ...from(world, comment.page, comment.author),
    ...(whole && post && { post: postOf(post) }),
    ...(whole && comment.message !== '' && { message: comment.message }),
    ...(whole && pictures(world, comment)),
    item: 'comment',
    verb,
    comment_id: comment.id,
    post_id: comment.post,
    parent_id: comment.parent ?? comment.post,
    created_time: seconds(comment.createdAt),
  };
}

/** A comment carries one picture or film. */
function pictures(world: World, comment: Comment) {
  const medium = world.media.find(comment.media[0] ?? '');
  if (!medium) return {};
  return { [medium.type === 'video' ? 'video' : 'photo']: world.media.urlOf(medium.id) };
}

function postOf(post: Post) {
  return {
    status_type: statusTypeOf(post),
    is_published: true,
    updated_time: graphTime(post.updatedAt),
    permalink_url: permalinkOf(post),
    promotion_status: 'inactive',
    id: post.id,
  };
}

export function statusTypeOf(post: Post): string {
  if (post.media.length > 0) return 'added_photos';
  if (post.link) return 'shared_story';
  return post.author.kind === 'person' ? 'wall_post' : 'mobile_status_update';
}

/** What Facebook itself says about a post without words. */
export function storyOf(world: World, post: Post): string | undefined {
  const who = fromOf(world, post.page, post.author)?.name;
  if (post.message !== '' || !who) return undefined;
  return post.link ? `${who} shared a link.` : `${who} added a new photo.`;
}

function postValue(world: World, post: Post, verb: Verb): Record<string, unknown> {
  const item = itemOf(world, post);
  const common = { ...from(world, post.page, post.author), item, verb, post_id: post.id };
  if (verb === 'remove') return { ...common, recipient_id: post.page, created_time: seconds(world.now()) };
  return {
    ...common,
    ...(post.message !== '' && { message: post.message }),
    ...contentOf(world, post, item),
    ...(item === 'post' ? { is_hidden: post.hidden, recipient_id: post.page } : { published: 1 }),
    post: postOf(post),
    created_time: seconds(post.createdAt),
  };
}

/** A visitor's words are a `post`, the page's own a `status`; with something to look at they are named after that. */
function itemOf(world: World, post: Post): string {
  const types = post.media.map((id) => world.media.find(id)?.type);
  if (types.includes('video')) return 'video';
  if (types.length === 1) return 'photo';
  if (post.link) return 'share';
  return post.author.kind === 'person' ? 'post' : 'status';
}

function contentOf(world: World, post: Post, item: string) {
  const [first] = post.media;
  if (item === 'photo' || item === 'video')
    return first ? { [`${item}_id`]: first, link: world.media.urlOf(first) } : {};
  if (item === 'share') return { share_id: post.id.split('_')[1], link: post.link };
  return post.media.length > 0 ? { photos: post.media.map((id) => world.media.urlOf(id)) } : {};
}
