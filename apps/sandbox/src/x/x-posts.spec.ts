import { describe, expect, it } from 'vitest';
import { newFolder, startWorld } from '../testing/desk.ts';
import { xClients } from '../testing/x.ts';

const ALL = {
  'tweet.fields': [
    'created_at',
    'author_id',
    'conversation_id',
    'in_reply_to_user_id',
    'referenced_tweets',
    'entities',
    'attachments',
    'lang',
    'edit_history_tweet_ids',
    'reply_settings',
  ],
  expansions: ['author_id', 'referenced_tweets.id', 'referenced_tweets.id.author_id', 'attachments.media_keys'],
  'user.fields': ['username', 'name', 'profile_image_url', 'created_at', 'public_metrics', 'receives_your_dm'],
  'media.fields': ['url', 'preview_image_url', 'type', 'alt_text'],
} as const;
const asked = structuredClone(ALL) as unknown as Parameters<
  ReturnType<ReturnType<typeof xClients>['user']>['userMentionTimeline']
>[1];
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

async function startX(dataDir = newFolder()) {
  const sandbox = await startWorld({ dataDir });
  const { x } = sandbox;
  const clients = xClients(sandbox);
  const says = (text: string, as = 'mayapaddles') => x.act({ kind: 'post', as, text }).post!;
  return { sandbox, x, clients, api: clients.user('larkspurcoffee'), says };
}

describe('reading posts', () => {
  it('walks all pages of mentions, with authors, pictures and what they answer', async () => {
    const { x, api, says } = await startX();
    const attachments = [{ base64: PNG, altText: 'A broken cup' }];
    const first = x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee look', attachments }).post!;
    for (let count = 0; count < 11; count += 1) says(`@LarkspurCoffee again ${count}`);
    says('nothing about anybody');

    const timeline = await api.userMentionTimeline('1001', { ...asked, max_results: 5 });
    await timeline.fetchLast(100);

    expect(timeline.tweets).toHaveLength(12);
    expect(timeline.tweets.at(-1)).toMatchObject({ id: first.id, conversation_id: first.id, author_id: '2001' });
    expect(timeline.includes.author(timeline.tweets[0]!)).toMatchObject({
      username: 'mayapaddles',
      receives_your_dm: true,
    });
    const [media] = timeline.includes.medias(timeline.tweets.at(-1)!);
    expect(media).toMatchObject({ type: 'photo', alt_text: 'A broken cup' });
    expect((await fetch(media!.url!)).headers.get('content-type')).toBe('image/png');
  });

  it('gives only what is newer than since_id, and no data at all when that is nothing', async () => {
    const { api, says } = await startX();
    const old = says('@larkspurcoffee old');
    const fresh = says('@larkspurcoffee fresh');

    const newer = await api.userMentionTimeline('1001', { since_id: old.id });
    const none = await api.userMentionTimeline('1001', { since_id: fresh.id });

    expect(newer.tweets.map(({ id }) => id)).toEqual([fresh.id]);
    expect(none.tweets).toEqual([]);
    expect(none.data).toEqual({ meta: { result_count: 0 } });
  });

  it('forgets pictures’ addresses after an hour', async () => {
    const { x, api } = await startX();
    x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee look', attachments: [{ base64: PNG }] });
    const timeline = await api.userMentionTimeline('1001', asked);
    const url = timeline.includes.medias(timeline.tweets[0]!)[0]!.url!;
    x.turnClock({ advanceMs: 3_601_000 });

    expect((await fetch(url)).status).toBe(403);
  });

  it('finds a conversation with what others said in it', async () => {
    const { x, api, says } = await startX();
    const root = says('@larkspurcoffee my grinder is loud');
    x.act({ kind: 'reply', as: 'tomashby_', to: root.id, text: 'Mine too' });
    await api.reply('Let us look at it.', root.id);

    const thread = await api.search(`conversation_id:${root.id}`, asked);

    expect(thread.tweets.map(({ text }) => text)).toEqual([
      'Let us look at it.',
      '@mayapaddles @larkspurcoffee Mine too',
      '@larkspurcoffee my grinder is loud',
    ]);
    expect(thread.tweets[0]).toMatchObject({
      in_reply_to_user_id: '2001',
      referenced_tweets: [{ type: 'replied_to', id: root.id }],
    });
  });

  it.each([
    ['"loud grinder"', 2],
    ['grinder from:mayapaddles -is:retweet', 1],
    ['(tea OR grinder) lang:en -is:retweet', 2],
    ['@larkspurcoffee -grinder', 1],
    ['to:mayapaddles', 1],
    ['#teatime', 1],
    ['from:larkspurcoffee has:media', 0],
  ])('searches for %s', async (query, found) => {
    const { x, api, says } = await startX();
    const post = says('My loud grinder again');
    x.act({ kind: 'repost', as: 'tomashby_', of: post.id });
    says('@larkspurcoffee do you sell tea? #teatime');
    x.act({ kind: 'reply', as: 'jonas_weber', to: post.id, text: 'Kaputt?' });

    expect((await api.search(query)).tweets).toHaveLength(found);
  });

  it('tells what is gone beside what is there', async () => {
    const { x, api, says } = await startX();
    const kept = says('@larkspurcoffee stays');
    const gone = says('@larkspurcoffee goes');
    x.act({ kind: 'delete', post: gone.id });

    const both = await api.tweets([kept.id, gone.id]);
    const one = await api.singleTweet(gone.id);

    expect(both.data.map(({ id }) => id)).toEqual([kept.id]);
    expect(both.errors).toMatchObject([
      { title: 'Not Found Error', resource_id: gone.id, type: 'https://api.x.com/2/problems/resource-not-found' },
    ]);
    expect(one).toMatchObject({ errors: [{ title: 'Not Found Error' }] });
    expect(one.data).toBeUndefined();
  });

  it('gives an edited post a new id and keeps its history', async () => {
    const { x, api, says } = await startX();
    const first = says('@larkspurcoffee wher is it');
    const second = x.act({ kind: 'edit', post: first.id, text: '@larkspurcoffee where is it' }).post!;

    const mentions = await api.userMentionTimeline('1001', asked);

    expect(mentions.tweets).toHaveLength(1);
    expect(mentions.tweets[0]).toMatchObject({ id: second.id, edit_history_tweet_ids: [first.id, second.id] });
    expect(mentions.tweets[0]?.conversation_id).toBe(first.id);
    expect((await api.singleTweet(first.id)).data).toMatchObject({ text: '@larkspurcoffee wher is it' });
  });

  it('finds quotes, and people by name and id', async () => {
    const { x, api } = await startX();
    const ours = await api.tweet('New beans on Tuesday');
    x.act({ kind: 'quote', as: 'thebeanpost', of: ours.data.id, text: 'Worth the wait' });

    const quotes = await api.quotes(ours.data.id, asked);
    const people = await api.usersByUsernames(['thebeanpost', 'nobody_here'], { 'user.fields': ['verified'] });

    expect(quotes.tweets).toMatchObject([{ text: 'Worth the wait', referenced_tweets: [{ type: 'quoted' }] }]);
    expect(people).toMatchObject({ data: [{ verified: true }], errors: [{ value: 'nobody_here' }] });
    expect((await api.user('2001')).data.username).toBe('mayapaddles');
  });

  it('is the same X after a restart', async () => {
    const dataDir = newFolder();
    const before = await startX(dataDir);
    const post = before.says('@larkspurcoffee still there?');
    const { accessToken } = before.x.grant('larkspurcoffee', ['tweet.read', 'users.read']);
    await before.sandbox.stop();

    const after = await startX(dataDir);
    const found = await after.clients.bearer(accessToken).singleTweet(post.id);

    expect(found.data.text).toBe('@larkspurcoffee still there?');
    expect(BigInt(after.says('@larkspurcoffee next').id) > BigInt(post.id)).toBe(true);
  });
});

it('tells texts as X does: links shortened, three signs escaped, an address for each picture, long ones cut', async () => {
  const { x, api } = await startX();
  const text = '@larkspurcoffee 3 < 4 & see https://larkspur.com/grinders?id=7 #help';
  x.act({ kind: 'post', as: 'mayapaddles', text, attachments: [{ base64: PNG }] });
  const long = `@larkspurcoffee ${'so slow '.repeat(60)}`.trim();
  x.act({ kind: 'post', as: 'thebeanpost', text: long });

  const { tweets } = await api.userMentionTimeline('1001', { ...asked, 'tweet.fields': ['entities', 'note_tweet'] });
  const [cut, whole] = tweets;
  const { urls, mentions } = whole!.entities!;

  expect(whole!.text).toMatch(
    /^@larkspurcoffee 3 &lt; 4 &amp; see https:\/\/t\.co\/\w{10} #help https:\/\/t\.co\/\w{10}$/,
  );
  expect(urls).toMatchObject([
    { expanded_url: 'https://larkspur.com/grinders?id=7', display_url: 'larkspur.com/grinders?id=7' },
    { expanded_url: expect.stringMatching(/\/status\/\d+\/photo\/1$/), media_key: expect.stringMatching(/^3_/) },
  ]);
  for (const { start, end, url } of urls) expect([...whole!.text].slice(start, end).join('')).toBe(url);
  expect(mentions).toMatchObject([{ start: 0, end: 15, username: 'larkspurcoffee' }]);
  expect(cut!.text).toMatch(/^.{250}…$/);
  expect(cut!.note_tweet).toMatchObject({ text: long });
});

describe('posting', () => {
  it('answers whoever named the account, and deletes again', async () => {
    const { x, api, says } = await startX();
    const question = says('@larkspurcoffee hello?');
    const reply = await api.reply('@mayapaddles hello!', question.id);

    expect(reply.data).toMatchObject({ text: '@mayapaddles hello!', edit_history_tweet_ids: [reply.data.id] });
    expect(x.post(reply.data.id)).toMatchObject({ repliedTo: question.id, conversationId: question.id });
    expect((await api.deleteTweet(reply.data.id)).data.deleted).toBe(true);
    expect(x.posts('larkspurcoffee')).toEqual([]);
  });

  it('may answer whoever quoted or answered it, but nobody else', async () => {
    const { x, api, says } = await startX();
    const ours = await api.tweet('New beans on Tuesday');
    const quote = x.act({ kind: 'quote', as: 'thebeanpost', of: ours.data.id, text: 'Hm' }).post!;
    const stranger = says('coffee tastes of nothing');

    await api.reply('Thank you for trying it.', quote.id);
    await expect(api.reply('Try ours!', stranger.id)).rejects.toMatchObject({
      code: 403,
      data: { detail: expect.stringContaining('you have not been mentioned or otherwise engaged') },
    });
    x.plan.repliesNeedEngagement = false;
    await api.reply('Try ours!', stranger.id);
  });

  it('refuses the same words again, words too many, and answers to what is gone', async () => {
    const { x, api, says } = await startX();
    const question = says('@larkspurcoffee hello?');
    await api.reply('Hello!', question.id);

    await expect(api.reply('Hello!', question.id)).rejects.toMatchObject({
      code: 403,
      data: { detail: 'You are not allowed to create a Tweet with duplicate content.' },
    });
    await expect(api.tweet('あ'.repeat(141))).rejects.toMatchObject({ code: 403 });
    await api.tweet(`${'a'.repeat(256)} https://larkspur.com/${'long/'.repeat(40)}`);
    x.act({ kind: 'delete', post: question.id });
    await expect(api.reply('Still there?', question.id)).rejects.toMatchObject({ code: 403 });
    await expect(api.reply('Who?', '12345')).rejects.toMatchObject({ code: 403 });
    await expect(api.tweet('   ')).rejects.toMatchObject({ code: 400, data: { title: 'Invalid Request' } });
  });

  it('carries a picture that was uploaded in parts, with its description', async () => {
    const { x, api } = await startX();
    const bytes = Buffer.from(Array.from({ length: 2_500_000 }, (_, index) => (index * 7) % 256));
    const id = await api.uploadMedia(bytes, {
      media_type: 'image/png',
      media_category: 'tweet_image',
    });
    await api.createMediaMetadata(id, { alt_text: { text: 'Seven' } });
    const { data } = await api.tweet('Look', { media: { media_ids: [id] } });

    const found = await api.singleTweet(data.id, asked as never);
    const media = found.includes!.media![0]!;
    expect(media).toMatchObject({ type: 'photo', alt_text: 'Seven' });
    expect(Buffer.from(await (await fetch(media.url!)).arrayBuffer()).equals(bytes)).toBe(true);
    expect(x.requests.of('POST', '/2/media/upload/:id/append')).toHaveLength(3);
    const stolen = xClients({ x } as never).user('tidelinegear');
    await expect(stolen.tweet('Mine', { media: { media_ids: [id] } })).rejects.toMatchObject({ code: 400 });
  });

  it('likes, reposts, follows and hides', async () => {
    const { x, api, says } = await startX();
    const ours = await api.tweet('New beans');
    const rude = x.act({ kind: 'reply', as: 'tomashby_', to: ours.data.id, text: 'rubbish' }).post!;
    const kind = says('@larkspurcoffee thanks!');

    await api.like('1001', kind.id);
    await api.retweet('1001', kind.id);
    await api.follow('1001', '2001');
    await api.hideReply(rude.id, true);

    expect(x.likes('larkspurcoffee', kind.id) && x.follows('larkspurcoffee', 'mayapaddles')).toBe(true);
    expect(x.posts('larkspurcoffee')[0]).toMatchObject({ retweeted: kind.id });
    expect(x.post(rude.id)?.hidden).toBe(true);
    await api.unlike('1001', kind.id);
    await api.unretweet('1001', kind.id);
    await api.unfollow('1001', '2001');
    expect(x.likes('larkspurcoffee', kind.id) || x.follows('larkspurcoffee', 'mayapaddles')).toBe(false);
    await expect(api.hideReply(kind.id, true)).rejects.toMatchObject({ code: 403 });
    await expect(api.like('1002', kind.id)).rejects.toMatchObject({ code: 400 });
    x.plan.engagement = false;
    await expect(api.like('1001', kind.id)).rejects.toMatchObject({ code: 403 });
  });

  it('happens although its answer was lost', async () => {
    const { x, api } = await startX();
    x.fault({ method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'lose-answer' } });

    await expect(api.tweet('Once')).rejects.toMatchObject({ type: 'request' });
    await expect(api.tweet('Once')).rejects.toMatchObject({ code: 403 });
    const own = await api.userTimeline('1001');
    expect(own.tweets).toMatchObject([{ text: 'Once' }]);
  });
});
