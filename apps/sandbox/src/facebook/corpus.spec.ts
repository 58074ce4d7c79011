import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startListening, type Json } from './testing/app.ts';

/** Webhook calls as another project collected them; independent test data, read where it is present. */
const folder = path.join(import.meta.dirname, '../../../../../shared/corpora/facebook/restfb');
const present = existsSync(folder);
const photo = { fileName: 'a.png', contentType: 'image/png', base64: Buffer.from('a').toString('base64') };
const film = { ...photo, fileName: 'a.mp4', contentType: 'video/mp4' };

/** Names that later versions of the API say otherwise: the sender is `from`, messages are no longer counted. */
const OLD: Record<string, string> = { sender_id: 'from', sender_name: 'from', seq: 'mid' };
/** What Facebook added to a message by itself, and what only some senders have. */
const OPTIONAL = ['nlp'];

describe.skipIf(!present)(
  `payloads have the keys of those that were seen in the wild (${present ? 'compared' : `skipped, no ${folder}`})`,
  () => {
    it.each([
      ['feed-comment-add-211', 0],
      ['feed-comment-add-with-photo', 1],
      ['feed-comment-edited-25', 2],
      ['feed-comment-edited-with-video', 3],
      ['feed-comment-remove-25', 4],
      ['feed-photo-add-message', 5],
      ['feed-photo-edited', 6],
      ['feed-photo-hide', 7],
      ['feed-post-add-25', 8],
      ['feed-post-hide', 9],
      ['feed-post-unhide', 10],
      ['feed-reaction-add-reply', 11],
      ['feed-reaction-edit', 12],
      ['feed-share-add-25', 13],
      ['feed-status-add-photos', 14],
      ['feed-status-edited-photos', 15],
      ['feed-video-add', 16],
      ['feed-video-edited', 17],
      ['mention-post-add', 18],
      ['messaging-message-basic-echo', 19],
      ['messaging-message-edits', 20],
      ['messaging-message-isdeleted', 21],
      ['messaging-message-reply-1', 22],
      ['messaging-message-sticker-thumbup', 23],
      ['messaging-postback-basic', 24],
      ['messaging-reaction-2', 25],
      ['messaging-referral-basic', 26],
      ['messaging-take-thread-control', 27],
      ['messaging-pass-thread-control', 28],
    ])('%s', async (name, index) => {
      const ours = (await everything())[index];
      const [theirs] = entriesOf(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));

      expect(keysOf(ours)).toEqual(expect.arrayContaining(keysOf(theirs)));
    });

    it('and are no fewer files than were read', () => {
      expect(readdirSync(folder).filter((name) => name.endsWith('.json')).length).toBeGreaterThanOrEqual(59);
    });
  },
);

let told: Promise<Json[]> | undefined;
/** One of each kind, in the order of the table. */
function everything(): Promise<Json[]> {
  told ??= playEverything();
  return told;
}

async function playEverything(): Promise<Json[]> {
  const { facebook, graph, page, token, hook, inOrder } = await startListening();
  const { play } = facebook;
  const base = play.post({ as: 'tom', page, message: 'Base' });
  const asked = play.message({ as: 'maya', page, text: 'Base' });
  const unsent = play.message({ as: 'ana', page, text: 'wrong page' });
  const filmed = play.comment({ as: 'tom', on: base.id, message: 'Film', attachments: [film] });
  await facebook.deliveries.idle();
  hook.heard.length = 0;

  const comment = play.comment({ as: 'ana', on: base.id, message: 'and the next one' });
  play.comment({ as: 'ana', on: base.id, message: 'with a photo', attachments: [photo] });
  play.edit({ id: comment.id, message: 'other words' });
  play.edit({ id: filmed.id, message: 'other words' });
  play.remove({ id: comment.id });
  const picture = play.post({ as: 'ana', page, message: 'A photo', attachments: [photo] });
  play.edit({ id: picture.id, message: 'A great photo' });
  play.hide({ id: picture.id });
  const post = play.post({ as: 'ana', page, message: 'Check this' });
  play.hide({ id: post.id });
  play.hide({ id: post.id, hidden: false });
  play.react({ as: 'ana', id: filmed.id, type: 'like' });
  play.react({ as: 'ana', id: filmed.id, type: 'wow' });
  play.post({ as: 'page', page, message: 'A link', link: 'https://www.example.org/' });
  const status = play.post({ as: 'page', page, message: 'Photos', attachments: [photo, photo] });
  play.edit({ id: status.id, message: 'More photos' });
  const video = play.post({ as: 'page', page, message: 'A film', attachments: [film] });
  play.edit({ id: video.id, message: 'A better film' });
  play.mention({ person: 'ana', page });
  const message = { text: 'Hello', metadata: 'desk:reply:1' };
  await graph.post(`${page}/messages`, token, { recipient: { id: facebook.psid(page, 'maya') }, message });
  play.edit({ id: asked.id, message: 'other words' });
  play.remove({ id: unsent.id });
  play.message({ as: 'maya', page, text: 'yes', replyTo: asked.id });
  play.message({ as: 'maya', page, sticker: '369239263222822' });
  play.postback({ person: 'maya', page });
  play.react({ as: 'maya', id: asked.id });
  play.referral({ person: 'maya', page });
  play.handOver({ person: 'maya', page, standby: true });
  play.handOver({ person: 'maya', page, standby: false });
  return (await inOrder()).flatMap(({ body }) => entriesOf(body));
}

/** Changes and messagings with what stands around them, so that envelopes are compared too. */
function entriesOf(body: Json): Json[] {
  return body.entry.flatMap(({ changes, messaging, ...entry }: Json) => [
    ...(changes ?? []).map((change: unknown) => ({ object: body.object, entry, change })),
    ...(messaging ?? []).map((one: unknown) => ({ object: body.object, entry, messaging: one })),
  ]);
}

function keysOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((one) => keysOf(one, `${prefix}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const named = Object.entries(value).filter(([name]) => !OPTIONAL.includes(name));
  return named.flatMap(([name, inner]) => {
    const key = `${prefix}.${OLD[name] ?? name}`;
    return [key, ...keysOf(inner, key)];
  });
}
