import type { PostFacts, SocialFact } from '@bureau/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../social/in/read/json-document.ts';
import { FORMS, type Form } from '../../social/in/read/unit.ts';
import { readX } from './read-x.ts';

const listener = { externalId: '1', handle: 'acme' };

const DON = {
  ...{ id: '2', name: 'Don', username: 'don', verified: true, profile_image_url: 'https://pbs.example/2.jpg' },
  public_metrics: { followers_count: 4711 },
};
const POST = {
  ...{
    id: '2080765813578191303',
    text: '@acme hi &amp; &lt;b&gt;',
    author_id: '2',
    conversation_id: '2080765813578191100',
  },
  ...{ created_at: '2026-07-24T21:23:23.000Z', edit_history_tweet_ids: ['2080765813578191303'], lang: 'en' },
  in_reply_to_user_id: '1',
  referenced_tweets: [{ type: 'replied_to', id: '2080765813578191100' }],
  entities: { mentions: [{ start: 0, end: 5, username: 'acme', id: '1' }] },
  attachments: { media_keys: ['3_9'] },
};
const INCLUDES = {
  users: [DON],
  media: [{ media_key: '3_9', type: 'photo', url: 'https://pbs.example/9.jpg', alt_text: 'A kettle' }],
};
const OLD_MESSAGE = {
  ...{ type: 'message_create', id: '954', created_timestamp: '1516403560557' },
  message_create: { target: { recipient_id: '1' }, sender_id: '2', message_data: { text: 'Hello' } },
};

function readAll(form: Form, document: Json): SocialFact[] {
  return readX.find(form, document).map(({ pointer }) => readX.read(form, document, { pointer, listener }));
}

function postIn(form: Form, document: Json): PostFacts {
  const [fact] = readAll(form, document);
  if (fact?.kind !== 'post') throw new Error(`It is ${JSON.stringify(fact)}.`);
  return fact.post;
}

describe('a page of mentions', () => {
  it('is read post by post, with writer, picture, place and time', () => {
    expect(postIn('x-mentions', { data: [POST], includes: INCLUDES })).toEqual({
      ...{ network: 'x', kind: 'reply', externalId: POST.id, stableId: POST.id, conversationId: '2080765813578191100' },
      ...{ parentId: '2080765813578191100', quotedId: null, byAccount: false, text: '@acme hi & <b>', language: 'en' },
      writer: {
        ...{ externalId: '2', handle: 'don', name: 'Don', followers: 4711, verified: true },
        avatarUrl: 'https://pbs.example/2.jpg',
      },
      url: 'https://x.com/don/status/2080765813578191303',
      at: new Date('2026-07-24T21:23:23.373Z'),
      ...{ edited: false, editedAt: null, ourMark: null, concerns: ['mention', 'reply'] },
      media: [
        {
          ...{ url: 'https://pbs.example/9.jpg', fileName: 'photo-1.jpg', contentType: 'image/jpeg' },
          description: 'A kettle',
        },
      ],
    });
  });

  it('brings the words as they were written: links in full, no addresses of pictures, long posts whole', () => {
    const link = { url: 'https://t.co/aaa', expanded_url: 'https://larkspur.com/?a=1&b=2' };
    const picture = { url: 'https://t.co/bbb', expanded_url: 'https://x.com/don/status/2080765813578191303/photo/1' };
    const linked = {
      ...POST,
      text: '@acme see https://t.co/aaa &lt; https://t.co/bbb',
      entities: { urls: [link, picture] },
    };
    const long = { ...POST, text: '@acme see…', note_tweet: { text: linked.text, entities: linked.entities } };
    const odd = { ...POST, text: '@acme https://t.co/aaa', entities: { urls: [{ url: 7 }] } };

    for (const post of [linked, long])
      expect(postIn('x-mentions', { data: [post] }).text).toBe('@acme see https://larkspur.com/?a=1&b=2 <');
    expect(postIn('x-mentions', { data: [odd] }).text).toBe('@acme https://t.co/aaa');
  });

  it('without posts has no units', () => {
    expect(readX.find('x-mentions', { meta: { result_count: 0 } })).toEqual([]);
  });

  it('says which edition a post is', () => {
    const edited = { ...POST, edit_history_tweet_ids: ['2080765813578191100', POST.id] };
    expect(postIn('x-mentions', { data: [edited] })).toMatchObject({
      ...{ externalId: POST.id, stableId: '2080765813578191100', edited: true },
      editedAt: new Date('2026-07-24T21:23:23.373Z'),
    });
  });

  it('loses neither what is unknown nor the posts around it', () => {
    const facts = readAll('x-mentions', { data: [{ strange: true }, POST, 7, null] });
    expect(facts.map(({ kind }) => kind)).toEqual(['unknown', 'post', 'unknown', 'unknown']);
  });
});

describe('in what way a post concerns the account', () => {
  const plainPost = {
    ...POST,
    in_reply_to_user_id: null,
    referenced_tweets: null,
    entities: null,
    text: 'kettles leak',
  };

  it.each<[string, Form, Json, string[]]>([
    ['it was found by a search', 'x-search', plainPost, ['search']],
    ['it names us, and was found by a search', 'x-search', { ...plainPost, text: 'hm, @ACME?' }, ['mention', 'search']],
    ['an address is no mention', 'x-search', { ...plainPost, text: 'me@acme.example' }, ['search']],
    ['it answers us without naming us', 'x-search', { ...plainPost, in_reply_to_user_id: '1' }, ['reply', 'search']],
    ['it was found among quotes', 'x-quotes', plainPost, ['quote']],
  ])('%s', (_, form, post, concerns) => {
    expect(postIn(form, { data: [post] }).concerns).toEqual(concerns);
  });

  it('it quotes what we said', () => {
    const quote = { ...plainPost, referenced_tweets: [{ type: 'quoted', id: '77' }] };
    const includes = { tweets: [{ id: '77', text: 'News', author_id: '1' }] };
    expect(postIn('x-search', { data: [quote], includes })).toMatchObject({
      ...{ kind: 'quote', quotedId: '77' },
      concerns: ['quote', 'search'],
    });
  });

  it('a repost says nothing new', () => {
    const repost = { ...plainPost, referenced_tweets: [{ type: 'retweeted', id: '77' }] };
    expect(readAll('x-search', { data: [repost] })).toMatchObject([{ kind: 'ignored' }]);
  });
});

describe('direct messages', () => {
  const message = {
    ...{
      id: '1582838499983564806',
      event_type: 'MessageCreate',
      text: 'Hi',
      sender_id: '9',
      dm_conversation_id: '9-1',
    },
    created_at: '2022-10-19T20:58:00.000Z',
  };

  it('belong to the conversation of two, whichever way it is told', () => {
    const asked = postIn('x-direct-messages', { data: [message] });
    expect(asked).toMatchObject({
      kind: 'message',
      conversationId: '1-9',
      byAccount: false,
      concerns: ['direct-message'],
    });
    const old = { ...OLD_MESSAGE, message_create: { ...OLD_MESSAGE.message_create, sender_id: '9' } };
    expect(postIn('x-activity', { for_user_id: '1', direct_message_events: [old] }).conversationId).toBe('1-9');
  });

  it('that somebody joined are nobody’s work', () => {
    expect(readAll('x-direct-messages', { data: [{ ...message, event_type: 'ParticipantsJoin' }] })).toMatchObject([
      { kind: 'ignored' },
    ]);
  });
});

describe('what X tells by itself', () => {
  const event = (event_type: string, payload: Json, more: Record<string, Json> = {}) => ({
    data: { event_uuid: 'u', filter: { user_id: '1' }, event_type, payload, ...more },
  });

  it('is for the account that it names', () => {
    expect(readX.find('x-activity', event('post.mention.create', POST))).toEqual([{ pointer: '', account: '1' }]);
    expect(readX.find('x-activity', { nothing: 1 })).toEqual([{ pointer: '', account: null }]);
  });

  it.each<[string, Json, object]>([
    [
      'a mention',
      event('post.mention.create', POST, { includes: INCLUDES }),
      { kind: 'post', post: { text: '@acme hi & <b>' } },
    ],
    ['a quote', event('post.quote.create', POST), { kind: 'post', post: { concerns: ['mention', 'reply', 'quote'] } }],
    [
      'a direct message in the old shape',
      event('dm.received', {
        direct_message_events: [OLD_MESSAGE],
        users: { 2: { screen_name: 'don', name: 'Don', followers_count: 3 } },
      }),
      { kind: 'post', post: { text: 'Hello', writer: { handle: 'don', followers: 3 }, at: new Date(1516403560557) } },
    ],
    [
      'our own message',
      event('dm.sent', {
        ...OLD_MESSAGE,
        message_create: { ...OLD_MESSAGE.message_create, sender_id: '1', target: { recipient_id: '2' } },
      }),
      { kind: 'post', post: { byAccount: true, conversationId: '1-2' } },
    ],
    ['a deletion', event('post.delete', { id: '77' }), { kind: 'removed', externalId: '77' }],
    ['the end of our access', event('oauth.revoke', {}), { kind: 'access-revoked' }],
    ['an encrypted message', event('chat.received', { x: 1 }), { kind: 'unknown', what: /encrypted/ }],
    ['something new', event('space.started', {}), { kind: 'unknown', what: /space\.started/ }],
    [
      'a deletion in the old shape',
      { for_user_id: '1', tweet_delete_events: [{ status: { id: '77', user_id: '2' } }] },
      { kind: 'removed', externalId: '77' },
    ],
    ['a like in the old shape', { for_user_id: '1', favorite_events: [{}] }, { kind: 'ignored' }],
    [
      'the end of access in the old shape',
      { for_user_id: '1', user_event: { revoke: {} } },
      { kind: 'access-revoked' },
    ],
  ])('%s', (_, document, fact) => {
    const [read] = readAll('x-activity', document);
    expect(read).toMatchObject(matching(fact));
  });

  it('may be posts in the old shape', () => {
    const old = {
      ...{ id_str: '99', text: 'cut…', extended_tweet: { full_text: 'not cut' }, in_reply_to_status_id_str: '98' },
      ...{ user: { id_str: '2', screen_name: 'don', name: 'Don' }, in_reply_to_user_id_str: '1', lang: 'und' },
    };
    expect(postIn('x-activity', { for_user_id: '1', tweet_create_events: [old] })).toMatchObject({
      ...{ externalId: '99', text: 'not cut', kind: 'reply', parentId: '98', language: null, concerns: ['reply'] },
    });
  });
});

/** Regular expressions in a fact stand for any text that they find. */
function matching(fact: object): object {
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [key, value instanceof RegExp ? expect.stringMatching(value) : value]),
  );
}

describe('the stream', () => {
  it('is posts, and says when it ends', () => {
    expect(
      postIn('x-stream', { data: POST, includes: INCLUDES, matching_rules: [{ id: '1', tag: 't' }] }).writer?.name,
    ).toBe('Don');
    expect(readAll('x-stream', { errors: [{ title: 'operational-disconnect' }] })).toMatchObject([{ kind: 'ignored' }]);
  });
});

describe('a look-up of known posts', () => {
  it('tells which of them are gone', () => {
    const gone = {
      title: 'Not Found Error',
      resource_id: '77',
      type: 'https://api.x.com/2/problems/resource-not-found',
    };
    const hidden = { title: 'Authorization Error', resource_id: '78' };
    expect(readAll('x-lookup', { data: [POST], errors: [gone, hidden] })).toMatchObject([
      { kind: 'post' },
      { kind: 'removed', externalId: '77' },
      { kind: 'ignored' },
    ]);
  });
});

describe('whatever X sends', () => {
  it('is read without an error, and each unit of it is one fact', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.jsonValue(), (form, document) => {
        const read: Json = JSON.parse(JSON.stringify(document));
        for (const { kind } of readAll(form, { data: read, tweet_create_events: [read] }))
          expect(kind).toBeTypeOf('string');
        expect(() => readAll(form, read)).not.toThrow();
      }),
    );
  });
});
