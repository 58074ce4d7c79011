import { z } from 'zod';
import { notFound, Problem } from '../web/problem.ts';
import { sendMessage } from './direct-messages.ts';
import { addPicture } from './media-store.ts';
import { XUser, type DirectMessage, type Media, type Post } from './model.ts';
import { deletePost, editPost, publish, repost, withPeopleAnswered } from './posting.ts';
import type { XWorld } from './x-world.ts';

const Attachment = z.object({
  fileName: z.string().optional(),
  contentType: z.string().default('image/png'),
  base64: z.base64(),
  altText: z.string().max(1000).optional(),
});
const username = z.string().min(1);
const id = z.string().regex(/^\d+$/, 'Use the id of a post.');
const text = z.string().max(25_000).default('');
const attachments = z.array(Attachment).max(4, 'At most four pictures.').default([]);

/** What somebody does in the apps of X; `as` is a username. The accounts of brands can be played too. */
export const UserAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), as: username, text, attachments }),
  z.object({ kind: z.literal('reply'), as: username, to: id, text, attachments }),
  z.object({ kind: z.literal('quote'), as: username, of: id, text, attachments }),
  z.object({ kind: z.literal('repost'), as: username, of: id }),
  z.object({ kind: z.literal('like'), as: username, of: id }),
  z.object({ kind: z.literal('edit'), post: id, text: z.string().min(1, 'Write something.') }),
  z.object({ kind: z.literal('delete'), post: id }),
  /** A direct message; `to` is a username. */
  z.object({ kind: z.literal('message'), as: username, to: username, text, attachments }),
  z.object({ kind: z.literal('follow'), as: username, to: username }),
  z.object({ kind: z.literal('unfollow'), as: username, to: username }),
  z.object({ kind: z.literal('block'), as: username, to: username }),
  z.object({ kind: z.literal('unblock'), as: username, to: username }),
  /** Takes the app out of the account's settings: its tokens stop working. */
  z.object({ kind: z.literal('remove-app'), as: username }),
  z.object({
    kind: z.literal('profile'),
    as: username,
    changes: XUser.omit({ id: true, kind: true, createdAt: true }).partial(),
  }),
  z.object({
    kind: z.literal('join'),
    username: z.string().regex(/^\w{1,15}$/, 'Up to 15 letters, digits and underscores.'),
    name: z.string().trim().min(1, 'Write a name.').max(50),
    description: z.string().max(160).default(''),
    followers: z.coerce.number().int().min(0).default(0),
    verified: z.boolean().default(false),
    language: z.string().default('en'),
  }),
]);
export type UserAction = z.infer<typeof UserAction>;
export type UserActionInput = z.input<typeof UserAction>;
type ActionOf<Kind extends UserAction['kind']> = Extract<UserAction, { kind: Kind }>;

export type Done = { post?: Post; message?: DirectMessage; user?: XUser };

const NATIVE_APP = 'X for iPhone';

/** Does it, and returns what came of it. @throws Problem for people and posts that do not exist. */
export function act(world: XWorld, action: UserAction): Done {
  switch (action.kind) {
    case 'post':
    case 'reply':
    case 'quote':
      return { post: write(world, action) };
    case 'repost':
      return { post: repost(world, person(world, action.as), seen(world, action.of)) };
    case 'like':
      world.relate({ kind: 'like', userId: person(world, action.as).id, targetId: seen(world, action.of).id }, true);
      return {};
    case 'edit':
      return { post: editPost(world, lastEdition(world, action.post), action.text) };
    case 'delete': {
      const post = lastEdition(world, action.post);
      deletePost(world, post);
      return { post };
    }
    case 'message':
      return { message: writePrivately(world, action) };
    case 'follow':
    case 'unfollow':
    case 'block':
    case 'unblock':
      return relate(world, action);
    case 'remove-app':
      return removeApp(world, person(world, action.as));
    case 'profile':
      return { user: world.users.put({ ...person(world, action.as), ...action.changes }) };
    case 'join':
      return { user: join(world, action) };
  }
}

function write(world: XWorld, action: ActionOf<'post' | 'reply' | 'quote'>): Post {
  const author = person(world, action.as);
  const repliedTo = action.kind === 'reply' ? seen(world, action.to) : undefined;
  const quoted = action.kind === 'quote' ? seen(world, action.of) : undefined;
  const media = pictures(world, author, action.attachments);
  if (action.text.trim() === '' && media.length === 0) throw nothingSaid();
  const words = repliedTo ? withPeopleAnswered(world, { author, text: action.text, repliedTo }) : action.text;
  return publish(world, { author, text: words, repliedTo, quoted, media, source: NATIVE_APP });
}

function writePrivately(world: XWorld, { as, to, text: words, attachments: files }: ActionOf<'message'>) {
  const from = person(world, as);
  if (words.trim() === '' && files.length === 0) throw nothingSaid();
  return sendMessage(world, { from, to: person(world, to), text: words, media: pictures(world, from, files) });
}

function relate(world: XWorld, { kind, as, to }: ActionOf<'follow' | 'unfollow' | 'block' | 'unblock'>): Done {
  const relation = kind === 'follow' || kind === 'unfollow' ? 'follow' : 'block';
  const holds = kind === 'follow' || kind === 'block';
  world.relate({ kind: relation, userId: person(world, as).id, targetId: person(world, to).id }, holds);
  world.tell(`@${as}: ${kind} @${to}.`);
  return {};
}

function removeApp(world: XWorld, user: XUser): Done {
  if (world.access.revokeUser(user.id)) world.happened({ kind: 'revoked', userId: user.id });
  world.tell(`@${user.username} removed the app.`);
  return { user };
}

function join(world: XWorld, { kind: _, ...given }: ActionOf<'join'>): XUser {
  if (world.userNamed(given.username)) throw said('taken', `@${given.username} is taken. Choose another name.`);
  world.tell(`@${given.username} joined X.`);
  const rest = { kind: 'person' as const, premium: false, following: 0, dmOpen: true };
  return world.users.put({ id: world.ids.next(), createdAt: world.clock.now().toISOString(), ...rest, ...given });
}

function pictures(world: XWorld, owner: XUser, files: z.infer<typeof Attachment>[]): Media[] {
  return files.map(({ contentType: mimeType, base64, altText }) => {
    const media = addPicture(world, { owner, mimeType, bytes: Buffer.from(base64, 'base64'), altText });
    if (!media) throw said('media', `X does not take ${mimeType}. Use PNG, JPEG, WebP, GIF or MP4.`);
    return media;
  });
}

function person(world: XWorld, name: string): XUser {
  const user = world.userNamed(name);
  if (!user) throw notFound(`@${name}`);
  return user;
}

function seen(world: XWorld, postId: string): Post {
  const post = world.post(postId);
  if (!post) throw notFound(`Post ${postId}`);
  return post;
}

function lastEdition(world: XWorld, postId: string): Post {
  const post = seen(world, postId);
  return seen(world, post.history.at(-1) ?? post.id);
}

function nothingSaid(): Problem {
  return said('empty', 'Write something, or add a picture.');
}

function said(code: string, message: string): Problem {
  return new Problem({ status: 422, code, message });
}
