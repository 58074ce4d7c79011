import { canonicalText, noteParts, soql } from '@bureau/domain';
import type { SalesforceRecords } from '../salesforce/index.ts';
import type { Child, DeskNote } from './child.repository.ts';
import type { SentChild } from './sent-child.ts';

const KNOWN = new Set(['CaseComment', 'Id', 'CommentBody', 'ParentId', 'CreatedDate']);
/** So far Salesforce's clock may be from ours. */
const SKEW_MS = 10 * 60_000;
const MOST = 200;

/** A note as the comments that hold it, for nobody outside to read. */
export function commentsOf({ id: deskId, text }: DeskNote, caseId: string): SentChild[] {
  return noteParts(text).map((body, part) => ({
    ...{ kind: 'note' as const, deskId, part, salesforceObject: 'CaseComment', same: [] },
    fields: { ParentId: caseId, CommentBody: body, IsPublished: false },
  }));
}

/** A comment knows no id of ours: one with the same words that came after it was sent is the one that was sent. */
export async function findComment(
  records: SalesforceRecords,
  { fields }: SentChild,
  { sentAt, taken }: { sentAt: Date; taken: readonly Child[] },
): Promise<string | undefined> {
  const query = soql(
    {
      object: 'CaseComment',
      fields: ['Id', 'CommentBody'],
      where: [
        { field: 'ParentId', is: '=', value: { id: String(fields['ParentId']) } },
        { field: 'CreatedDate', is: '>=', value: { time: sentAt.getTime() - SKEW_MS } },
      ],
      orderBy: ['Id'],
      limit: MOST,
    },
    KNOWN,
  );
  const { rows } = await records.query(query);
  const ids = new Set(taken.map(({ salesforceId }) => salesforceId));
  const wanted = canonicalText(fields['CommentBody']);
  const found = rows.find((row) => canonicalText(row['CommentBody']) === wanted && !ids.has(String(row['Id'])));
  return found && String(found['Id']);
}
