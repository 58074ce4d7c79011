import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PostFacts, SocialFact } from '@bureau/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson, type Json } from '../../social/in/read/json-document.ts';
import { FORMS, type Form } from '../../social/in/read/unit.ts';
import { readFacebook } from './read-facebook.ts';

const listener = { externalId: 'PAGE', handle: '' };

function readAll(form: Form, document: Json | undefined): SocialFact[] {
  return readFacebook
    .find(form, document)
    .map(({ pointer }) => readFacebook.read(form, document, { pointer, listener }));
}

function postIn(form: Form, document: Json): PostFacts {
  const [fact] = readAll(form, document);
  if (fact?.kind !== 'post') throw new Error(`It is ${JSON.stringify(fact)}.`);
  return fact.post;
}

const batch = (entry: Record<string, Json>) => ({
  object: 'page',
  entry: [{ id: 'PAGE', time: 1784928224, ...entry }],
});
const change = (value: Json) => batch({ changes: [{ field: 'feed', value }] });
const messaging = (unit: Record<string, Json>) =>
  batch({
    messaging: [{ sender: { id: 'PSID' }, recipient: { id: 'PAGE' }, timestamp: 1458692752478, ...unit }],
  });

const DON = { id: 'DON', name: 'Don' };
const VISITOR_POST = {
  item: 'post',
  verb: 'add',
  post_id: 'PAGE_7',
  from: DON,
  message: 'Hello?',
  created_time: 1784928224,
};
const COMMENT = {
  ...{ item: 'comment', verb: 'add', comment_id: '7_9', post_id: 'PAGE_7', parent_id: 'PAGE_7', from: DON },
  ...{ message: 'And?', created_time: 1784928224 },
};

describe('a change of a page', () => {
  it('is a visitor’s post', () => {
    expect(postIn('facebook-webhook', change(VISITOR_POST))).toEqual({
      ...{ network: 'facebook', kind: 'post', externalId: 'PAGE_7', stableId: 'PAGE_7', conversationId: 'PAGE_7' },
      ...{
        parentId: null,
        quotedId: null,
        byAccount: false,
        text: 'Hello?',
        language: null,
        edited: false,
        editedAt: null,
      },
      writer: { externalId: 'DON', handle: '', name: 'Don' },
      ...{ url: 'https://www.facebook.com/PAGE_7', at: new Date(1784928224_000), media: [], ourMark: null },
      concerns: ['visitor-post'],
    });
  });

  it.each<[string, Json, object]>([
    [
      'a post of the company',
      { ...VISITOR_POST, item: 'status', from: { id: 'PAGE', name: 'Acme' } },
      { post: { byAccount: true, concerns: ['company-post'] } },
    ],
    [
      'a post by somebody whom Facebook does not name',
      { ...VISITOR_POST, from: null },
      { post: { writer: null, byAccount: false } },
    ],
    ['a comment', COMMENT, { post: { kind: 'comment', conversationId: 'PAGE_7', parentId: 'PAGE_7' } }],
    ['an answer to a comment', { ...COMMENT, comment_id: '7_10', parent_id: '7_9' }, { post: { parentId: '7_9' } }],
    ['a colleague’s comment', { ...COMMENT, from: { id: 'PAGE' } }, { post: { byAccount: true } }],
    [
      'a comment of a picture only',
      { ...COMMENT, message: null, photo: 'https://cdn.example/a/cat.jpg?x=1' },
      { post: { text: '', media: [{ fileName: 'cat.jpg', contentType: 'image/jpeg' }] } },
    ],
    [
      'an edition',
      { ...COMMENT, verb: 'edited', message: 'New' },
      { post: { edited: true, editedAt: new Date(1784928224_000) } },
    ],
    ['an edition in its other spelling', { ...COMMENT, verb: 'edit' }, { post: { edited: true } }],
    ['a removal', { ...COMMENT, verb: 'remove' }, { kind: 'removed', externalId: '7_9' }],
    ['hiding', { ...COMMENT, verb: 'hide' }, { kind: 'hidden', externalId: '7_9' }],
    ['showing', { ...VISITOR_POST, verb: 'unhide' }, { kind: 'shown', externalId: 'PAGE_7' }],
    ['a like', { item: 'reaction', verb: 'add', reaction_type: 'like', post_id: 'PAGE_7' }, { kind: 'ignored' }],
    ['a draft', { ...VISITOR_POST, item: 'photo', published: 0 }, { kind: 'ignored' }],
    [
      'something new',
      { item: 'hologram', verb: 'add' },
      { kind: 'unknown', what: 'A change of a page that this desk does not know: hologram (add)' },
    ],
  ])('is %s', (_, value, fact) => {
    expect(readAll('facebook-webhook', change(value))).toMatchObject([fact]);
  });

  it('costs only itself when it cannot be read', () => {
    const document = batch({ changes: [{ field: 'feed', value: 7 }, { field: 'feed', value: COMMENT }, {}] });
    expect(readAll('facebook-webhook', document).map(({ kind }) => kind)).toEqual(['unknown', 'post', 'unknown']);
  });
});

describe('Messenger', () => {
  it.each<[string, Record<string, Json>, object]>([
    [
      'a message',
      { message: { mid: 'm_1', text: 'hi' } },
      { post: { kind: 'message', externalId: 'm_1', conversationId: 'PSID', text: 'hi', at: new Date(1458692752478) } },
    ],
    [
      'an answer to one of ours',
      { message: { mid: 'm_2', text: 'hi', reply_to: { mid: 'm_1' } } },
      { post: { parentId: 'm_1' } },
    ],
    [
      'a picture',
      { message: { mid: 'm_3', attachments: [{ type: 'image', payload: { url: 'https://cdn.example/x' } }] } },
      { post: { text: '', media: [{ fileName: 'image.jpg' }] } },
    ],
    [
      'a place',
      { message: { mid: 'm_4', attachments: [{ type: 'location', payload: { coordinates: { lat: 1.5, long: 2 } } }] } },
      { post: { text: 'https://www.openstreetmap.org/?mlat=1.5&mlon=2' } },
    ],
    [
      'a button',
      { postback: { title: 'Start', payload: 'GO' } },
      { post: { text: 'Start', externalId: 'postback:PSID:1458692752478' } },
    ],
    [
      'an edition',
      { message_edit: { mid: 'm_1', text: 'ho', num_edit: '1' } },
      { post: { externalId: 'm_1', text: 'ho', edited: true } },
    ],
    ['a removal', { message: { mid: 'm_1', is_deleted: true } }, { kind: 'removed', externalId: 'm_1' }],
    ['a receipt', { delivery: { mids: ['m_1'], watermark: 1 } }, { kind: 'ignored' }],
    ['something new', { telepathy: {} }, { kind: 'unknown' }],
  ])('tells of %s', (_, unit, fact) => {
    expect(readAll('facebook-webhook', messaging(unit))).toMatchObject([fact]);
  });

  it('echoes what the page said, with what we had hidden in it', () => {
    const echo = {
      ...{ sender: { id: 'PAGE' }, recipient: { id: 'PSID' } },
      message: { mid: 'm_9', text: 'Ours', is_echo: true, app_id: 1517776481860111, metadata: 'mark' },
    };
    expect(postIn('facebook-webhook', messaging(echo))).toMatchObject({
      ...{ byAccount: true, conversationId: 'PSID', ourMark: 'mark', writer: { externalId: 'PAGE' } },
    });
  });

  it('says of what it only overhears that another app of the page answers there', () => {
    const document = batch({ standby: [{ sender: { id: 'PSID' }, message: { mid: 'm_1', text: 'hi' } }] });
    expect(readAll('facebook-webhook', document)).toMatchObject([{ kind: 'post', post: { heldElsewhere: true } }]);
  });

  const at = new Date(1458692752478);
  it.each<[string, Record<string, Json>, object]>([
    [
      'a reaction',
      { reaction: { mid: 'm_1', action: 'react', reaction: 'love', emoji: '❤' } },
      { kind: 'reacted', externalId: 'm_1', reaction: '❤', at },
    ],
    [
      'a reaction without a picture',
      { reaction: { mid: 'm_1', action: 'react' } },
      { kind: 'reacted', externalId: 'm_1', reaction: '👍', at },
    ],
    [
      'a reaction taken back',
      { reaction: { mid: 'm_1', action: 'unreact' } },
      { kind: 'reacted', externalId: 'm_1', reaction: null, at },
    ],
    [
      'a conversation given to an app',
      { pass_thread_control: { new_owner_app_id: 714025883900142, metadata: '' } },
      { kind: 'handed-over', conversationId: 'PSID', owner: '714025883900142', at },
    ],
    [
      'a conversation taken by another app',
      { take_thread_control: { previous_owner_app_id: '714025883900142' } },
      { kind: 'handed-over', conversationId: 'PSID', owner: null, at },
    ],
  ])('tells of %s', (_, unit, fact) => {
    expect(readAll('facebook-webhook', messaging(unit))).toEqual([fact]);
  });
});

describe('pages that were asked for', () => {
  it('are posts with their comments and the answers below', () => {
    const answer = {
      id: '7_10',
      from: { id: 'PAGE', name: 'Acme' },
      message: 'Yes',
      parent: { id: '7_9' },
      created_time: '2026-07-24T21:23:44+0000',
    };
    const comment = { id: '7_9', from: DON, message: 'And?', comments: { data: [answer] } };
    const post = {
      ...{
        id: 'PAGE_7',
        from: { id: 'PAGE' },
        message: 'News',
        permalink_url: 'https://www.facebook.com/acme/posts/7',
      },
      attachments: { data: [{ type: 'photo', media: { image: { src: 'https://cdn.example/k.png' } } }] },
      comments: { data: [comment] },
    };
    expect(readAll('facebook-feed', { data: [post] })).toMatchObject([
      {
        post: {
          externalId: 'PAGE_7',
          byAccount: true,
          url: 'https://www.facebook.com/acme/posts/7',
          media: [{ fileName: 'k.png' }],
        },
      },
      { post: { externalId: '7_9', conversationId: 'PAGE_7', parentId: 'PAGE_7', byAccount: false } },
      {
        post: {
          externalId: '7_10',
          conversationId: 'PAGE_7',
          parentId: '7_9',
          byAccount: true,
          at: new Date('2026-07-24T21:23:44Z'),
        },
      },
    ]);
  });

  it('are only places where further comments below them were asked for', () => {
    const comments = { data: [{ id: '7_10', from: DON, message: 'And?', created_time: '2026-07-24T21:23:44+0000' }] };
    const listed = { data: [{ id: 'PAGE_7', comments: { data: [{ id: '7_9', comments }] } }] };
    expect(readAll('facebook-feed', listed)).toMatchObject([
      { post: { externalId: '7_10', conversationId: 'PAGE_7', parentId: '7_9' } },
    ]);
  });

  it('are conversations with their messages, under the name that webhooks give them', () => {
    const messages = {
      data: [
        {
          id: 'm_2',
          message: 'We do',
          from: { id: 'PAGE', name: 'Acme' },
          to: { data: [{ id: 'PSID', name: 'Don' }] },
        },
        {
          id: 'm_1',
          message: 'Do you?',
          from: { id: 'PSID', name: 'Don' },
          to: { data: [{ id: 'PAGE', name: 'Acme' }] },
        },
      ],
    };
    expect(readAll('facebook-conversations', { data: [{ id: 't_1', messages }] })).toMatchObject([
      { post: { conversationId: 'PSID', byAccount: true } },
      { post: { conversationId: 'PSID', byAccount: false, writer: { name: 'Don' } } },
    ]);
  });
});

describe('ids that are numbers', () => {
  it('are kept whole, however long', () => {
    const bytes = Buffer.from(
      '{"entry":[{"id":10105655000959553,"messaging":[{"sender":{"id":98765432143210987654},"message":{"mid":"m","text":"x"}}]}]}',
    );
    const document = readJson(bytes);
    expect(readFacebook.find('facebook-webhook', document)[0]?.account).toBe('10105655000959553');
    expect(readAll('facebook-webhook', document)).toMatchObject([{ post: { conversationId: '98765432143210987654' } }]);
  });
});

describe('whatever Facebook sends', () => {
  it('is read without an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.jsonValue(), (form, drawn) => {
        const read: Json = JSON.parse(JSON.stringify(drawn));
        const documents = [read, { data: [read] }, batch({ changes: [read], messaging: [read] }), change(read)];
        expect(() => documents.map((document) => readAll(form, document))).not.toThrow();
      }),
    );
  });
});

const corpus = path.resolve(import.meta.dirname, '../../../../../../../shared/corpora/facebook/restfb');
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.json')) : [];

describe.skipIf(files.length === 0)(`${files.length || 'No'} samples of webhooks`, () => {
  const kindsOf = (name: string) =>
    readAll('facebook-webhook', readJson(readFileSync(path.join(corpus, name)))).map(({ kind }) => kind);

  it.each(files)('%s is something', (name) => {
    expect(kindsOf(name).length).toBeGreaterThan(0);
  });

  it('are what their names say', () => {
    const expected: [RegExp, string][] = [
      [/^feed-(?:like|reaction|album|video-(?:mute|unblock))/, 'ignored'],
      [/-remove-25|isdeleted/, 'removed'],
      [/-unhide/, 'shown'],
      [/-hide/, 'hidden'],
      [/^feed|^messaging-(?:message|postback)/, 'post'],
      [/^mention|permission|policy/, 'unknown'],
      [/^messaging-reaction/, 'reacted'],
      [/^messaging-(?:pass|take)-thread/, 'handed-over'],
      [/^messaging/, 'ignored'],
    ];
    const kindIn = (name: string) => expected.find(([pattern]) => pattern.test(name))?.[1];
    expect(files.map((name) => [name, ...new Set(kindsOf(name))])).toEqual(files.map((name) => [name, kindIn(name)]));
  });
});
