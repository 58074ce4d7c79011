import { byPage, findSaid, isComment } from '../author.ts';
import { comment, edit, hide, mustSaySomething, publish, react, remove } from '../feed.ts';
import { badParam, gone, GraphError, mayNot } from '../graph-error.ts';
import type { Comment, Medium, Post } from '../state.ts';
import { mustWrite } from './access.ts';
import { fetchMedia } from './fetch-media.ts';
import type { Ask } from './node.ts';
import type { Upload } from './read-params.ts';

const TWICE_MS = 15 * 60_000;

/** `POST /{post or comment}/comments`: the page answers. */
export async function postComment(ask: Ask, id: string, upload: Upload | undefined) {
  const said = mustFind(ask, id, 'post');
  const { page } = mustWrite(ask, said.page, { permission: 'pages_manage_engagement', task: 'MODERATE' });
  const medium = await mediumOf(ask, page, upload);
  const given = { author: byPage(page), message: ask.params.message ?? '', media: medium ? [medium.id] : [] };
  mustSaySomething(given);
  noteTwice(ask, said, given.message);
  return { id: comment(ask.world, { ...given, on: id }).id };
}

/** `POST /{page}/feed`: the page publishes. The same words twice in a row are 506. */
export function postToFeed(ask: Ask, id: string) {
  const { page } = mustWrite(ask, id, { permission: 'pages_manage_posts', task: 'CREATE_CONTENT' });
  const given = {
    author: byPage(page),
    page,
    message: ask.params.message ?? '',
    link: ask.params.link,
    media: attachedMedia(ask, page),
  };
  if (!given.link) mustSaySomething(given);
  const last = Object.values(ask.world.state.posts).findLast(
    (post) => post.page === page && post.author.kind === 'page' && !post.deleted,
  );
  if (given.message !== '' && last?.message === given.message) {
    throw new GraphError({
      code: 506,
      message: '(#506) Duplicate status message',
      userTitle: 'Duplicate Status Update',
      userMessage:
        'This status update is identical to the last one you posted. Try posting something different, or delete your previous update.',
    });
  }
  return { id: publish(ask.world, given).id };
}

/** `POST /{page}/photos`: a picture, published as a post or kept for later use. */
export async function postPhoto(ask: Ask, id: string, upload: Upload | undefined) {
  const { page } = mustWrite(ask, id, { permission: 'pages_manage_posts', task: 'CREATE_CONTENT' });
  const medium = upload
    ? ask.world.media.keep({ ...upload, page })
    : await fetchMedia(ask.world, { url: ask.params.url ?? '', page });
  if (medium.type !== 'image') throw notAnImage();
  ask.world.save();
  if (ask.params.published === 'false') return { id: medium.id };
  const post = publish(ask.world, {
    author: byPage(page),
    page,
    message: ask.params.message ?? '',
    media: [medium.id],
  });
  return { id: medium.id, post_id: post.id };
}

/** `POST /{post or comment}`: new words for what the page wrote, or hiding what others did. */
export function change(ask: Ask, id: string) {
  const said = mustFind(ask, id, 'post');
  mustModerate(ask, said);
  const { message, is_hidden: hidden } = ask.params;
  if (message === undefined && hidden === undefined)
    throw badParam('There is nothing to change: name message or is_hidden');
  if (hidden !== undefined) {
    if (said.author.kind === 'page') throw mayNot('Permissions error: a page cannot hide what it wrote itself.');
    hide(ask.world, id, hidden === 'true' || hidden === '1');
  }
  if (message !== undefined) {
    if (said.author.kind !== 'page') throw mayNot('Permissions error: only its author can edit it.');
    edit(ask.world, id, message);
  }
  return { success: true };
}

export function takeAway(ask: Ask, id: string) {
  const said = mustFind(ask, id, 'delete');
  mustModerate(ask, said);
  remove(ask.world, id);
  return { success: true };
}

export function like(ask: Ask, id: string, type: 'like' | undefined) {
  const said = mustFind(ask, id, 'post');
  const { page } = mustWrite(ask, said.page, { permission: 'pages_manage_engagement', task: 'MODERATE' });
  react(ask.world, id, { author: byPage(page), type });
  return { success: true };
}

function mustModerate(ask: Ask, said: Post | Comment): void {
  const permission = isComment(said) ? 'pages_manage_engagement' : 'pages_manage_posts';
  mustWrite(ask, said.page, { permission, task: 'MODERATE' });
}

function mustFind(ask: Ask, id: string, verb: string): Post | Comment {
  const said = findSaid(ask.world, id);
  if (!said || (ask.caller.kind === 'page' && ask.caller.page !== said.page)) throw gone(id, verb);
  return said;
}

async function mediumOf(ask: Ask, page: string, upload: Upload | undefined): Promise<Medium | undefined> {
  const { attachment_id: id, attachment_url: url } = ask.params;
  if (id !== undefined) return ownMedium(ask, page, id);
  const medium = upload
    ? ask.world.media.keep({ ...upload, page })
    : url
      ? await fetchMedia(ask.world, { url, page })
      : undefined;
  if (medium && medium.type !== 'image' && medium.type !== 'video') throw notAnImage();
  return medium;
}

function ownMedium(ask: Ask, page: string, id: string): Medium {
  const medium = ask.world.media.find(id);
  if (medium?.page === page) return medium;
  throw badParam('Invalid attachment_id: upload the photo unpublished with this page first');
}

/** `attached_media[0]={"media_fbid":"…"}` and so on. */
function attachedMedia(ask: Ask, page: string): string[] {
  const given = Object.entries(ask.params).filter(([name]) => name.startsWith('attached_media['));
  return given.map(([, text]) => ownMedium(ask, page, /"media_fbid"\s*:\s*"(\d+)"/.exec(text)?.[1] ?? '').id);
}

function notAnImage(): GraphError {
  return new GraphError({ code: 324, type: 'OAuthException', message: '(#324) Missing or invalid image file' });
}

/** Facebook takes the same comment twice; an app that looks before it posts again never sends it. */
function noteTwice(ask: Ask, said: Post | Comment, message: string): void {
  const before = Object.values(ask.world.state.comments).some(
    (one) =>
      !one.deleted &&
      one.author.kind === 'page' &&
      (one.parent ?? one.post) === (isComment(said) ? (said.parent ?? said.id) : said.id) &&
      one.message === message &&
      ask.world.now() - one.createdAt < TWICE_MS,
  );
  if (before) ask.violations.note('said-twice', `“${message.slice(0, 60)}” was posted twice below ${said.id}.`);
}
