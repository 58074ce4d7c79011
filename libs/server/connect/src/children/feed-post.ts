import { isPostOf, postText, soql } from '@bureau/domain';
import type { FeedPost } from '../chatter/post.repository.ts';
import type { SalesforceRecords } from '../salesforce/index.ts';
import type { Child } from './child.repository.ts';
import type { SentChild } from './sent-child.ts';

const KNOWN = new Set(['FeedItem', 'Id', 'Body', 'ParentId', 'CreatedDate']);
/** So far Salesforce's clock may be from ours. */
const SKEW_MS = 10 * 60_000;
const MOST = 200;

/** A post as it is sent to the feed of the case. */
export function feedItemOf({ id: deskId, segments }: FeedPost, caseId: string): SentChild {
  return {
    ...{ kind: 'post', deskId, part: 0, salesforceObject: 'FeedItem', same: [], segments },
    fields: { ParentId: caseId, Body: postText(segments) },
  };
}

/** A post knows no id of ours: one with the same words that came after it was sent is the one that was sent. */
export async function findPost(
  records: SalesforceRecords,
  { fields, segments = [] }: SentChild,
  { sentAt, taken }: { sentAt: Date; taken: readonly Child[] },
): Promise<string | undefined> {
  const query = soql(
    {
      object: 'FeedItem',
      fields: ['Id', 'Body'],
      where: [
        { field: 'ParentId', is: '=', value: { id: String(fields['ParentId']) } },
        { field: 'CreatedDate', is: '>=', value: { time: sentAt.getTime() - SKEW_MS } },
      ],
      orderBy: ['CreatedDate', 'Id'],
      limit: MOST,
    },
    KNOWN,
  );
  // Somebody may have deleted it already: it was said, and is not said again.
  const { rows } = await records.query(query, { deleted: true });
  const ids = new Set(taken.map(({ salesforceId }) => salesforceId));
  const found = rows.find((row) => isPostOf(segments, row['Body']) && !ids.has(String(row['Id'])));
  return found && String(found['Id']);
}
