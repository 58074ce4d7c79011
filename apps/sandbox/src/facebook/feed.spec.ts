import { describe, expect, it } from 'vitest';
import { TIDELINE_PAGE } from './defaults.ts';
import { MEDIA_URL_LIVES_MS } from './media.ts';
import { startConnected } from './testing/app.ts';

const FIELDS =
  'id,message,from,created_time,updated_time,permalink_url,attachments,comments.limit(50){id,from,message,created_time,parent,comments{id,message}}';
const photo = {
  fileName: 'grinder.png',
  contentType: 'image/png',
  base64: Buffer.from('a picture').toString('base64'),
};
const DAY = 24 * 3_600_000;

describe('the feed of a page', () => {
  it('gives posts, comments on two levels, who wrote them, and when', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'jonas', page, message: 'Wo bleibt mein Paket? äöü 😀' });
    const first = facebook.play.comment({ as: 'ana', on: post.id, message: 'Same here' });
    const below = facebook.play.comment({ as: 'tom', on: first.id, message: 'And here' });
    const deeper = facebook.play.comment({ as: 'jonas', on: below.id, message: 'Oh' });

    const { body } = await graph.get(`${page}/feed`, token, { fields: FIELDS });
    expect(body.data).toMatchObject([
      {
        id: post.id,
        message: 'Wo bleibt mein Paket? äöü 😀',
        from: { id: facebook.feedId(page, 'jonas'), name: 'Jörg Müßig' },
        created_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
        comments: { data: [{ id: first.id, comments: { data: [{ id: below.id }, { id: deeper.id }] } }] },
      },
    ]);
    const stream = await graph.get(`${post.id}/comments`, token, {
      filter: 'stream',
      order: 'reverse_chronological',
      fields: 'id,parent{id}',
      summary: 'true',
    });
    expect(stream.body.data.map(({ id }: { id: string }) => id)).toEqual([deeper.id, below.id, first.id]);
    expect(stream.body.data[0].parent).toEqual({ id: first.id });
    expect(stream.body.summary.total_count).toBe(3);
    expect((await graph.get(`${post.id}/comments`, token)).body.data).toHaveLength(1);
  });

  it('gives the newest comments first inside a post, with a next page of their own', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: '', attachments: [photo] });
    for (const message of ['one', 'two', 'three']) facebook.play.comment({ as: 'tom', on: post.id, message });

    const fields = 'id,story,comments.order(reverse_chronological).limit(2){message}';
    const { body } = await graph.get(`${page}/feed`, token, { fields, limit: 25 });
    const [first] = body.data;
    expect(first.story).toBe('Ana Ferreira added a new photo.');
    expect(first.comments.data.map(({ message }: { message: string }) => message)).toEqual(['three', 'two']);
    const rest = await graph.get(first.comments.paging.next);
    expect(rest.body.data).toMatchObject([{ message: 'one' }]);
    expect(rest.body.paging.next).toBeUndefined();
  });

  it('separates visitors from the page', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const theirs = facebook.play.post({ as: 'ana', page, message: 'Hi' });
    const ours = facebook.play.post({ as: 'page', page, message: 'Open on Sunday' });
    const ids = async (edge: string) =>
      (await graph.get(`${page}/${edge}`, token)).body.data.map(({ id }: { id: string }) => id);

    expect(await ids('feed')).toEqual([ours.id, theirs.id]);
    expect(await ids('visitor_posts')).toEqual([theirs.id]);
    expect(await ids('published_posts')).toEqual([ours.id]);
  });

  it('is walked by cursors that hold when something new comes in, and an empty page may still have a next one', async () => {
    const { facebook, graph, page, token } = await startConnected();
    for (let n = 1; n <= 30; n += 1) facebook.play.post({ as: 'ana', page, message: `post ${n}` });
    const seen: string[] = [];
    facebook.emptyPages(1);
    let next: string | undefined = `${page}/feed?limit=12&fields=message`;
    let pages = 0;
    while (next) {
      const { body } = await graph.get(next, token);
      seen.push(...body.data.map(({ message }: { message: string }) => message));
      next = body.paging?.next;
      if (next) expect(next).toContain('access_token=');
      if ((pages += 1) === 2) facebook.play.post({ as: 'tom', page, message: 'in between' });
    }

    expect(pages).toBe(4);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => `post ${30 - index}`));
  });

  it('filters by when a post was made, not by its newest comment', async () => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.turnClock({ at: new Date('2026-06-01T10:00:00Z'), stopped: true });
    const old = facebook.play.post({ as: 'ana', page, message: 'old' });
    facebook.turnClock({ advanceMs: 10 * DAY });
    const fresh = facebook.play.post({ as: 'ana', page, message: 'fresh' });
    facebook.play.comment({ as: 'tom', on: old.id, message: 'still broken' });

    const since = Date.parse('2026-06-05T00:00:00Z') / 1000;
    const { body } = await graph.get(`${page}/feed`, token, { since });
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([fresh.id]);
    const updated = await graph.get(old.id, token, { fields: 'created_time,updated_time' });
    expect(updated.body).toMatchObject({
      created_time: '2026-06-01T10:00:00+0000',
      updated_time: '2026-06-11T10:00:00+0000',
    });
  });

  it('shows pictures at addresses that stop working', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Look', attachments: [photo] });
    const { body } = await graph.get(post.id, token, { fields: 'attachments,full_picture' });
    const { src } = body.attachments.data[0].media.image;

    const fresh = await fetch(src);
    expect(fresh.headers.get('content-type')).toBe('image/png');
    expect(await fresh.text()).toBe('a picture');
    expect((await fetch(src.replace(/oe=../, 'oe=FF'))).status).toBe(403);
    facebook.turnClock({ advanceMs: MEDIA_URL_LIVES_MS + 1000 });
    const late = await fetch(src);
    expect([late.status, await late.text()]).toEqual([403, 'URL signature expired']);
  });

  it('keeps the names of people from an app that may not read them', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const ours = facebook.play.post({ as: 'page', page, message: 'Hello' });
    facebook.play.post({ as: 'ana', page, message: 'Hi' });
    facebook.authority.changePermission({ person: 'noor', permission: 'pages_read_user_content', granted: false });

    expect((await graph.get(`${page}/feed`, token, { fields: 'id' })).body.data).toEqual([{ id: ours.id }]);
    expect((await graph.get(`${page}/visitor_posts`, token)).body.error).toMatchObject({ code: 10 });
    expect((await graph.get(`${ours.id}/comments`, token)).body.error).toMatchObject({ code: 10 });
  });

  it('leaves out who wrote it when the account is gone', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'tom', page, message: 'Bye' });
    facebook.authority.savePerson({ id: 'tom', gone: true });

    expect((await graph.get(post.id, token, { fields: 'message,from' })).body).toEqual({ id: post.id, message: 'Bye' });
  });

  it.each([
    ['{page}/feed?fields=id,nonsense', 100, undefined],
    ['{page}/feed?fields=id,comments{', 2500, undefined],
    ['{page}/feed?limit=0', 100, undefined],
    ['{page}/feed?limit=500', 1, undefined],
    ['{page}/feed?after=bm90aGluZw', 100, undefined],
    ['{page}/nonsense', 100, undefined],
    ['{page}_999', 100, 33],
    ['no-such-thing/comments', 100, 33],
    ['a/b/c', 2500, undefined],
  ])('refuses %s with %s', async (path, code, subcode) => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.play.post({ as: 'ana', page, message: 'Hi' });

    const { body } = await graph.get(path.replace('{page}', page), token);
    expect(body.error).toMatchObject({ code, type: expect.any(String), fbtrace_id: expect.any(String) });
    expect(body.error.error_subcode).toBe(subcode);
  });

  it('of another page does not exist for this page’s token', async () => {
    const { facebook, graph, token } = await startConnected();
    const other = facebook.play.post({ as: 'ana', page: TIDELINE_PAGE, message: 'Hi' });

    expect((await graph.get(`${TIDELINE_PAGE}/feed`, token)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    expect((await graph.get(other.id, token)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await graph.post(`${other.id}/comments`, token, { message: 'x' })).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
  });
});

describe('answering on a page', () => {
  it('comments, edits, likes and deletes as the page; hides and deletes what others wrote', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Broken' });
    const theirs = facebook.play.comment({ as: 'tom', on: post.id, message: 'rude' });

    const { body } = await graph.post(`${theirs.id}/comments`, token, { message: 'We are on it' });
    expect((await graph.get(body.id, token, { fields: 'message,from,parent{id},user_likes' })).body).toMatchObject({
      message: 'We are on it',
      from: { id: page, name: 'Larkspur Coffee' },
      parent: { id: theirs.id },
    });
    expect((await graph.post(body.id, token, { message: 'We fixed it' })).body).toEqual({ success: true });
    expect((await graph.post(`${theirs.id}/likes`, token)).body).toEqual({ success: true });
    expect((await graph.get(theirs.id, token, { fields: 'user_likes,like_count,can_hide' })).body).toMatchObject({
      user_likes: true,
      like_count: 1,
    });
    expect((await graph.delete(`${theirs.id}/likes`, token)).body).toEqual({ success: true });
    expect((await graph.post(theirs.id, token, { is_hidden: 'true' })).body).toEqual({ success: true });
    expect((await graph.get(theirs.id, token, { fields: 'is_hidden' })).body.is_hidden).toBe(true);
    expect((await graph.delete(theirs.id, token)).body).toEqual({ success: true });
    expect((await graph.get(theirs.id, token)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await graph.delete(theirs.id, token)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('attaches a picture by its address, by upload, or one that was uploaded before', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Hi', attachments: [photo] });
    const { body: withPicture } = await graph.get(post.id, token, { fields: 'full_picture' });
    const shown = async (id: string) => {
      const { body } = await graph.get(id, token, { fields: 'attachment' });
      return (await fetch(body.attachment.media.image.src)).text();
    };

    const byAddress = await graph.post(`${post.id}/comments`, token, { attachment_url: withPicture.full_picture });
    expect(await shown(byAddress.body.id)).toBe('a picture');
    const form = new FormData();
    form.set('published', 'false');
    form.set('source', new File(['uploaded'], 'up.png', { type: 'image/png' }));
    const secret = await import('./testing/app.ts');
    const address = `${facebook.url}/v25.0/${page}/photos?access_token=${token}&appsecret_proof=${secret.proofOf(token)}`;
    const { id } = await (await fetch(address, { method: 'POST', body: form })).json();
    const byId = await graph.post(`${post.id}/comments`, token, { message: 'Here', attachment_id: id });
    expect(await shown(byId.body.id)).toBe('uploaded');
    expect(
      (await graph.post(`${post.id}/comments`, token, { attachment_url: `${facebook.url}/nowhere.png` })).body.error,
    ).toMatchObject({ code: 100 });
    expect((await graph.post(`${post.id}/comments`, token, { attachment_id: '1' })).body.error).toMatchObject({
      code: 100,
    });
  });

  it('publishes as the page, but not the same twice in a row', async () => {
    const { graph, page, token } = await startConnected();

    const { body } = await graph.post(`${page}/feed`, token, { message: 'We open at eight' });
    expect(body.id).toMatch(new RegExp(`^${page}_\\d+$`));
    expect((await graph.post(`${page}/feed`, token, { message: 'We open at eight' })).body.error).toMatchObject({
      code: 506,
      error_user_msg: expect.any(String),
    });
  });

  it('refuses what is empty, what is gone, and what the person may not do', async () => {
    const { facebook, graph, page, token, user } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Hi' });
    const answer = async (message: string) => (await graph.post(`${post.id}/comments`, token, { message })).body.error;

    expect(await answer('  ')).toMatchObject({ code: 100 });
    expect((await graph.post(`${page}_1/comments`, token, { message: 'x' })).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    expect((await graph.post(post.id, token, { message: 'not mine' })).body.error).toMatchObject({ code: 200 });
    expect((await graph.post(`${post.id}/comments`, user, { message: 'x' })).body.error).toMatchObject({ code: 210 });
    facebook.authority.changeRole({ person: 'noor', page, tasks: ['ANALYZE'] });
    expect(await answer('x')).toMatchObject({ code: 200 });
    facebook.authority.changeRole({ person: 'noor', page, tasks: ['MODERATE'] });
    facebook.authority.changePermission({ person: 'noor', permission: 'pages_manage_engagement', granted: false });
    expect(await answer('x')).toMatchObject({ code: 200 });
  });

  it('takes the same comment twice, and counts it against the app', async () => {
    const { facebook, graph, page, token } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Hi' });
    await graph.post(`${post.id}/comments`, token, { message: 'Hello Ana' });
    await graph.post(`${post.id}/comments`, token, { message: 'Hello Ana' });

    expect(facebook.violations()).toMatchObject([{ kind: 'said-twice' }]);
  });
});
