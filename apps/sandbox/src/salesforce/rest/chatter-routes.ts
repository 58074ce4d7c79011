import { z } from 'zod';
import { longId } from '../ids.ts';
import type { Org } from '../org.ts';
import { notFound, SfError } from '../sf-error.ts';
import { idIn, textOf, type Row } from '../value.ts';
import { insert } from '../write/save.ts';
import { apiRoute, bodyOf, byOf, objectOf, type Answer, type ApiRoute, type Ask } from './ask.ts';
import { picklistValues } from './describe.ts';

const Segment = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Text'), text: z.string() }),
  z.object({ type: z.literal('Mention'), id: z.string().optional(), username: z.string().optional() }),
  z.object({ type: z.literal('Link'), url: z.string() }),
  z.object({ type: z.literal('Hashtag'), tag: z.string() }),
]);

const FeedElement = z.object({
  feedElementType: z.literal('FeedItem'),
  subjectId: z.string(),
  body: z.object({ messageSegments: z.array(Segment).min(1) }),
});

/** Posts with mentions, feeds, and what a record type offers. */
export function chatterRoutes(): ApiRoute[] {
  return [
    apiRoute('POST', '/chatter/feed-elements{/}?', post),
    apiRoute('GET', '/chatter/feeds/record/:id/feed-elements', (ask) => ({ json: { elements: feedOf(ask) } })),
    apiRoute('GET', '/ui-api/object-info/:type/picklist-values/:recordType', (ask) => {
      const id = longId(ask.param('recordType'));
      if (!id) throw notFound();
      return { json: picklistValues(ask, objectOf(ask), id) };
    }),
  ];
}

function post(ask: Ask): Answer {
  const { org } = ask;
  const given = FeedElement.safeParse(bodyOf(ask));
  if (!given.success)
    throw new SfError('JSON_PARSER_ERROR', given.error.issues[0]?.message ?? 'The body is not readable.');
  const { subjectId, body } = given.data;
  const subject = org.live(longId(subjectId));
  const kind = subject && org.schema.objectOfId(idIn(subject));
  if (!subject || !kind) throw notFound('The requested resource does not exist');
  if (!kind.feedEnabled && kind.name !== 'User') {
    throw new SfError('FEED_NOT_ENABLED_FOR_OBJECT', `Feed tracking isn't enabled for ${kind.name}.`, { status: 403 });
  }
  const segments = body.messageSegments.map((segment) => spoken(org, segment));
  const object = objectOf(ask, 'FeedItem');
  const text = segments.map((segment) => segment.text).join('');
  const row = insert(org, byOf(ask), { object, given: { ParentId: idIn(subject), Body: text, Type: 'TextPost' } });
  return { status: 201, json: elementOf(ask, row, segments) };
}

function spoken(org: Org, segment: z.infer<typeof Segment>) {
  switch (segment.type) {
    case 'Text':
      return { type: 'Text', text: segment.text };
    case 'Link':
      return { type: 'Link', text: segment.url, url: segment.url };
    case 'Hashtag':
      return { type: 'Hashtag', text: `#${segment.tag}`, tag: segment.tag };
    case 'Mention': {
      const user = segment.username === undefined ? org.any(longId(segment.id ?? '')) : org.user(segment.username);
      if (!user) throw new SfError('INVALID_ID_FIELD', `Invalid identifier for a mention: ${segment.id ?? ''}`);
      return {
        type: 'Mention',
        text: `@${textOf(user['Name'])}`,
        record: { id: idIn(user), name: textOf(user['Name']) },
      };
    }
  }
}

function feedOf(ask: Ask): unknown[] {
  const id = longId(ask.param('id'));
  if (!ask.org.live(id)) throw notFound();
  const posts = ask.org.records.having('FeedItem', 'ParentId', id ?? null) ?? [];
  return posts
    .filter((row) => row['IsDeleted'] !== true)
    .map((row) => elementOf(ask, row, [{ type: 'Text', text: textOf(row['Body']) }]));
}

function elementOf({ org, version }: Ask, row: Row, messageSegments: { type: string; text: string }[]) {
  const author = org.any(row['CreatedById']) ?? {};
  return {
    id: idIn(row),
    url: `/services/data/${version}/chatter/feed-elements/${idIn(row)}`,
    feedElementType: 'FeedItem',
    type: row['Type'] ?? 'TextPost',
    createdDate: row['CreatedDate'],
    parent: { id: row['ParentId'] ?? null },
    actor: { id: idIn(author), displayName: author['Name'] ?? null },
    body: { text: textOf(row['Body']), isRichText: false, messageSegments },
  };
}
