import { Inject, Injectable } from '@nestjs/common';
import {
  changesQuery,
  cursorAfter,
  placeAfter,
  pollWindow,
  readStamp,
  salesforceId,
  soql,
  SYNC_POLICY,
  type PagePlace,
} from '@bureau/domain';
import { Clock, LOG, type Log } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { SalesforceClients, type SalesforceRow } from '../salesforce/index.ts';
import { CursorRepository } from './cursor.repository.ts';
import { PullComment, type PulledComment } from './pull-comment.ts';
import { beginOf } from './pull-object.ts';

const FIELDS = ['ParentId', 'CommentBody', 'IsPublished', 'CreatedById', 'CreatedBy.Name'];
const KNOWN = new Set(['CaseComment', 'Id', 'SystemModstamp', ...FIELDS]);

/** Reads the comments that were written or changed in Salesforce since the last time, page by page. */
@Injectable()
export class PullComments {
  constructor(
    private readonly frames: SyncFrames,
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly cursors: CursorRepository,
    private readonly pull: PullComment,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** As far as cases come to the desk. Throws SalesforceFailure, SalesforceUnavailable. */
  async run(salesforceNow: number): Promise<void> {
    const { direction, updateInDesk } = await this.frames.settingsOf('case');
    if (!updateInDesk || (direction !== 'both' && direction !== 'to_desk')) return;
    const records = await this.clients.current();
    const now = this.clock.now();
    const enabledAt = (await this.connections.current())?.enabledAt ?? now;
    let cursor = (await this.cursors.find('comment')) ?? beginOf(enabledAt, now, salesforceNow);
    const wide = pollWindow(cursor, salesforceNow, SYNC_POLICY);
    const window = { ...wide, from: Math.max(wide.from, cursor.since) };
    let place: PagePlace | null = null;
    do {
      const query = changesQuery({ object: 'CaseComment', fields: FIELDS, window, place }, SYNC_POLICY);
      const comments: PulledComment[] = (await records.query(soql(query, KNOWN))).rows.flatMap(commentOf);
      for (const comment of comments) await this.one(comment, records.userId);
      cursor = { ...cursor, ...cursorAfter(cursor, comments) };
      place = placeAfter(comments, SYNC_POLICY);
    } while (place !== null);
    await this.cursors.save('comment', cursor, now);
  }

  /** One that is broken does not hold back the others. */
  private async one(comment: PulledComment, userId: string): Promise<void> {
    try {
      await this.pull.run(comment, userId);
    } catch (error) {
      this.log.error({ err: error, id: comment.id }, 'A comment of Salesforce was not taken.');
    }
  }
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
      ...{ id, caseId, stamp, text: String(row['CommentBody'] ?? ''), published: row['IsPublished'] === true },
      by: { id: salesforceId(row['CreatedById']), name: name || 'Salesforce' },
    },
  ];
}
