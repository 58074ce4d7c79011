import { statusTypeOf, storyOf } from '../announce-feed.ts';
import { fromOf, graphTime, isComment, permalinkOf, sameAuthor, byPage } from '../author.ts';
import { commentsBelow } from '../feed.ts';
import { badParam } from '../graph-error.ts';
import { mayTakePrivateReply } from '../private-reply.ts';
import type { Comment, Medium, Post } from '../state.ts';
import { hasScope } from '../tokens.ts';
import { mustRead } from './access.ts';
import type { Wanted } from './fields.ts';
import { edge, nested, pick, render, type Ask, type Field, type NodeType } from './node.ts';

type Said = Post | Comment;

const from: Field<Said> = (said, ask, wanted) => {
  if (said.author.kind === 'person' && !hasScope(ask.world, ask.caller, 'pages_read_user_content')) return undefined;
  return pick(fromOf(ask.world, said.page, said.author), wanted);
};

const SAID: Record<string, Field<Said>> = {
  id: ({ id }) => id,
  message: ({ message }) => (message === '' ? undefined : message),
  from,
  created_time: ({ createdAt }) => graphTime(createdAt),
  permalink_url: permalinkOf,
  is_hidden: ({ hidden }) => hidden,
  can_reply_privately: (said, { world }) => mayTakePrivateReply(world, said),
  comments: (said, ask, wanted) => nested(ask, commentsEdge(said, ask, wanted.args), wanted),
  reactions: (said, ask, wanted) => nested(ask, reactionsEdge(said, ask), wanted),
  likes: (said, ask, wanted) => nested(ask, reactionsEdge(said, ask, 'like'), wanted),
};

export const PostNode: NodeType<Post> = {
  name: 'Post',
  defaults: ['id', 'created_time', 'message'],
  fields: {
    ...SAID,
    updated_time: ({ updatedAt }) => graphTime(updatedAt),
    story: (post, { world }) => storyOf(world, post),
    status_type: statusTypeOf,
    is_published: () => true,
    full_picture: ({ media }, { world }) => (media[0] ? world.media.urlOf(media[0]) : undefined),
    attachments: ({ media, link }, { world }) => {
      const pictures = media
        .flatMap((id) => world.media.find(id) ?? [])
        .map((one) => storyAttachment(one, world.media.urlOf(one.id)));
      const links = link ? [{ type: 'share', url: link, unshimmed_url: link }] : [];
      return pictures.length + links.length > 0 ? { data: [...pictures, ...links] } : undefined;
    },
    to: (post, { world }, wanted) =>
      post.author.kind === 'person' ? { data: [pick(fromOf(world, post.page, byPage(post.page)), wanted)] } : undefined,
    shares: () => undefined,
  },
};

export const CommentNode: NodeType<Comment> = {
  name: 'Comment',
  defaults: ['id', 'created_time', 'from', 'message'],
  fields: {
    ...SAID,
    parent: (comment, ask, wanted) => {
      const parent = comment.parent === undefined ? undefined : ask.world.state.comments[comment.parent];
      return parent && render(CommentNode, parent, wanted.fields, ask);
    },
    object: (comment, ask, wanted) => {
      const post = ask.world.state.posts[comment.post];
      return post && render(PostNode, post, wanted.fields, ask);
    },
    attachment: ({ media }, { world }) => {
      const medium = world.media.find(media[0] ?? '');
      return medium && storyAttachment(medium, world.media.urlOf(medium.id));
    },
    comment_count: (comment, { world }) => commentsBelow(world, comment.id, 'toplevel').length,
    like_count: ({ reactions }) => reactions.length,
    user_likes: (comment) => comment.reactions.some(({ author }) => sameAuthor(author, byPage(comment.page))),
    can_comment: () => true,
    can_hide: ({ author }) => author.kind === 'person',
    can_like: () => true,
    can_remove: () => true,
  },
};

function storyAttachment(medium: Medium, url: string) {
  const type = medium.type === 'image' ? 'photo' : medium.type === 'video' ? 'video_inline' : medium.type;
  const target = { id: medium.id, url: `https://www.facebook.com/photo/?fbid=${medium.id}` };
  return { media: { image: { height: 720, src: url, width: 960 } }, target, type, url: target.url };
}

/** `order` and `filter` as the comments edge takes them; the ranking Facebook invents is the order of time here. */
export function commentsEdge(said: Said, ask: Ask, args: Wanted['args'] | Ask['params']) {
  mustRead(ask, 'pages_read_engagement');
  mustRead(ask, 'pages_read_user_content');
  const filter = oneOf(args.filter ?? 'toplevel', 'filter', ['toplevel', 'stream']);
  const order = oneOf(args.order ?? 'chronological', 'order', ['chronological', 'reverse_chronological', 'ranked']);
  const rows = commentsBelow(ask.world, said.id, filter);
  return {
    path: `${said.id}/comments`,
    rows,
    placeOf: ({ createdAt, id }: Comment) => ({ at: createdAt, id }),
    order: order === 'reverse_chronological' ? ('newest-first' as const) : ('oldest-first' as const),
    show: (row: Comment, fields: Wanted[] | undefined) => render(CommentNode, row, fields, ask),
    summary: { order, total_count: rows.length, can_comment: true },
  };
}

export function reactionsEdge(said: Said, ask: Ask, only?: string) {
  const rows = said.reactions.filter(({ type }) => only === undefined || type === only);
  return {
    path: `${said.id}/${only === undefined ? 'reactions' : 'likes'}`,
    rows,
    placeOf: ({ at, author }: Said['reactions'][number]) => ({ at, id: author.id }),
    show: ({ author, type }: Said['reactions'][number]) => ({
      ...fromOf(ask.world, said.page, author),
      ...(only === undefined && { type: type.toUpperCase() }),
    }),
    summary: { total_count: rows.length, can_like: true, has_liked: rows.some(({ author }) => author.kind === 'page') },
  };
}

/** Posts of a page, newest first: everything, its visitors', or its own. */
export function postsEdge(
  pageId: string,
  ask: Ask,
  { name, whose }: { name: string; whose: 'all' | 'visitors' | 'page' },
) {
  mustRead(ask, 'pages_read_engagement');
  if (whose === 'visitors') mustRead(ask, 'pages_read_user_content');
  const visitors = whose !== 'page' && hasScope(ask.world, ask.caller, 'pages_read_user_content');
  const wanted = ({ author }: Post) => (author.kind === 'person' ? visitors : whose !== 'visitors');
  return edge(ask, {
    path: `${pageId}/${name}`,
    rows: Object.values(ask.world.state.posts).filter((post) => post.page === pageId && !post.deleted && wanted(post)),
    placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
    show: (post, fields) => render(PostNode, post, fields, ask),
  });
}

export function renderSaid(said: Said, fields: Wanted[] | undefined, ask: Ask) {
  mustRead(ask, 'pages_read_engagement');
  if (said.author.kind === 'person') mustRead(ask, 'pages_read_user_content');
  return isComment(said) ? render(CommentNode, said, fields, ask) : render(PostNode, said, fields, ask);
}

function oneOf<Name extends string>(given: string, param: string, names: Name[]): Name {
  const found = names.find((name) => name === given);
  if (!found) throw badParam(`Param ${param} must be one of {${names.join(', ')}}`);
  return found;
}
