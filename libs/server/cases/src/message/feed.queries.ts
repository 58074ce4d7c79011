import { Injectable } from '@nestjs/common';
import type { Actor, casesApi, RouteCall } from '@bureau/contracts';
import { Database, InvalidInput, ProblemError, RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { FEED, FEED_LATEST, ONE_MESSAGE } from './feed.statements.ts';
import { SANITISER_VERSION, sanitiseHtml } from './sanitise-html.ts';

interface FeedRow {
  id: number;
  sequence: number;
  stale: boolean;
  json: string;
}

/** No case gets so far: the greatest integer of PostgreSQL. */
const BEYOND_ALL = 2_147_483_647;

/** Reads the feed. HTML is sanitised when it is first shown, and again whenever the rules have changed. */
@Injectable()
export class FeedQueries {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
  ) {}

  /** Throws case.not-found, request.invalid (a cursor of somebody's own making). */
  async page(
    actor: Actor,
    caseId: number,
    { limit, cursor, after, order }: RouteCall<typeof casesApi.feed>['query'],
  ): Promise<RawJson> {
    const isLatest = order === 'latest';
    if (isLatest && after !== undefined) {
      throw new InvalidInput([{ path: 'query.after', message: 'Leave it out when the latest come first.' }]);
    }
    const from = cursor === undefined ? (isLatest ? BEYOND_ALL : (after ?? 0)) : sequenceOf(cursor);
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const rows = await this.fresh(() =>
      this.database.rows<FeedRow>(isLatest ? FEED_LATEST : FEED, [caseId, from, limit + 1, SANITISER_VERSION]),
    );
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? `"${shown.at(-1)?.sequence ?? 0}"` : 'null';
    return new RawJson(`{"items":[${shown.map((row) => row.json).join(',')}],"next":${next}}`);
  }

  /** One message, as the feed shows it. */
  async message(messageId: number): Promise<RawJson> {
    const rows = await this.fresh(async () => {
      const found = await this.database.rows<{ stale: boolean; json: string }>(ONE_MESSAGE, [
        messageId,
        SANITISER_VERSION,
      ]);
      return found.map((row) => ({ ...row, id: messageId }));
    });
    return new RawJson(rows[0]?.json ?? 'null');
  }

  private async fresh<Row extends { id: number; stale: boolean }>(read: () => Promise<Row[]>): Promise<Row[]> {
    const rows = await read();
    const stale = rows.filter((row) => row.stale).map((row) => row.id);
    if (stale.length === 0) return rows;
    await this.sanitise(stale);
    return read();
  }

  private async sanitise(messageIds: number[]): Promise<void> {
    const messages = await this.database.rows<{ id: number; html: string; files: { contentId: string; id: number }[] }>(
      `SELECT m.id, m.html,
         (SELECT coalesce(json_agg(json_build_object('contentId', a.content_id, 'id', a.id)), '[]')
          FROM attachments a WHERE a.message_id = m.id AND a.content_id IS NOT NULL) AS files
       FROM messages m WHERE m.id = ANY($1)`,
      [messageIds],
    );
    for (const { id, html, files } of messages) {
      const urls = new Map(files.map((file) => [file.contentId, `/api/v3/attachments/${file.id}`]));
      const safe = sanitiseHtml(html, { imageUrl: (contentId) => urls.get(contentId) ?? null });
      await this.database.run(
        'UPDATE messages SET safe_html = $2, safe_version = $3, has_remote_images = $4 WHERE id = $1',
        [id, safe.html, SANITISER_VERSION, safe.hasRemoteImages],
      );
    }
  }
}

function sequenceOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
}
