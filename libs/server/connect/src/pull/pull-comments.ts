import { Inject, Injectable } from '@nestjs/common';
import {
  changesQuery,
  cursorAfter,
  placeAfter,
  pollFrom,
  pollWindow,
  readStamp,
  salesforceId,
  soql,
  SYNC_POLICY,
  type ChangesQuery,
  type PagePlace,
} from '@bureau/domain';
import { Clock, isPassing, LOG, type Log } from '@bureau/platform';
import {
  SalesforceFailure,
  type AnsweredChanges,
  type AskedChanges,
  type SalesforceRecords,
  type SalesforceRow,
} from '../salesforce/index.ts';
import { CursorRepository, type StoredCursor } from './cursor.repository.ts';
import { PullComment, type PulledComment } from './pull-comment.ts';
import { isLast, type PlannedPull } from './pull-object.ts';

const FIELDS = ['ParentId', 'CommentBody', 'IsPublished', 'IsDeleted', 'CreatedById', 'CreatedBy.Name'];
const KNOWN = new Set(['CaseComment', 'Id', 'SystemModstamp', ...FIELDS]);

/** What is to be asked of comments. */
export interface PlannedComments {
  records: SalesforceRecords;
  cursor: StoredCursor;
  asked: AskedChanges;
}

/** Reads the comments that were written or changed in Salesforce since the last time, page by page. */
@Injectable()
export class PullComments {
  constructor(
    private readonly cursors: CursorRepository,
    private readonly pull: PullComment,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What to ask beside the cases; null: cases do not come to the desk. */
  async plan({ frame, cursor: cases }: PlannedPull): Promise<PlannedComments | null> {
    const { direction, updateInDesk } = frame.settings;
    if (!updateInDesk || (direction !== 'both' && direction !== 'to_desk')) return null;
    const { since } = cases;
    const cursor = (await this.cursors.find('comment')) ?? { stamp: since, since, safeLow: null };
    const window = { from: Math.max(pollFrom(cursor, SYNC_POLICY), cursor.since), to: null };
    return {
      records: frame.records,
      cursor,
      asked: { object: 'CaseComment', soql: soqlOf(window, null), covers: null },
    };
  }

  /** Deals with the answer and reads on to its end; what is refused is asked for again with the next cases. */
  async read({ records, cursor: before, asked }: PlannedComments, answer: AnsweredChanges): Promise<void> {
    if (answer.page instanceof SalesforceFailure) {
      this.log.info({ object: asked.object, code: answer.page.code }, 'Salesforce was not read to its end.');
      return;
    }
    const now = this.clock.now();
    const window = pollWindow(before, answer.page.at.getTime(), SYNC_POLICY);
    let { page } = answer;
    let cursor = before;
    for (;;) {
      const comments = page.rows.flatMap(commentOf);
      for (const comment of comments) if (!comment.deleted) await this.one(comment, records.userId);
      cursor = { ...cursor, ...cursorAfter(cursor, comments) };
      const place = placeAfter(comments, { ...SYNC_POLICY, pageSize: isLast(page) ? Infinity : 1 });
      if (place === null) break;
      page = await records.query(soqlOf(window, place), { deleted: true });
    }
    await this.cursors.save('comment', cursor, { polledAt: now, reconcile: false });
  }

  /** One that is broken does not hold back the others. */
  private async one(comment: PulledComment, userId: string): Promise<void> {
    try {
      await this.pull.run(comment, userId);
    } catch (error) {
      if (isPassing(error)) throw error;
      this.log.error({ err: error, id: comment.id }, 'A comment of Salesforce was not taken.');
    }
  }
}

function soqlOf(window: ChangesQuery['window'], place: PagePlace | null): string {
  return soql(changesQuery({ object: 'CaseComment', fields: FIELDS, window, place }, SYNC_POLICY), KNOWN);
}

function commentOf(row: SalesforceRow): PulledComment[] {
  const [id, caseId, stamp] = [
    salesforceId(row['Id']),
    salesforceId(row['ParentId']),
    readStamp(row['SystemModstamp']),
  ];
  if (id === null || caseId === null || stamp === null) return [];
  const by = row['CreatedBy'];
  const name = typeof by === 'object' && by !== null && 'Name' in by && typeof by.Name === 'string' ? by.Name : '';
  return [
    {
      ...{
        id,
        caseId,
        stamp,
        deleted: row['IsDeleted'] === true,
        text: String(row['CommentBody'] ?? ''),
        published: row['IsPublished'] === true,
      },
      by: { id: salesforceId(row['CreatedById']), name: name || 'Salesforce' },
    },
  ];
}
