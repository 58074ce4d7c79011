import { Injectable } from '@nestjs/common';
import { NOTIFICATIONS_COUNTED, userIdOf, type Actor, type ActorStamp, type NotificationKind } from '@bureau/contracts';
import { Clock, Database, pageFrom, readCursor, statement, type RawJson } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';

export interface NewNotification {
  userId: number;
  caseId: number;
  kind: NotificationKind;
  sequence: number;
  actor: ActorStamp;
  at: Date;
  /** Null: it is to be counted until somebody has read it. */
  readAt: Date | null;
}

const ADD = statement(
  'notifications.add',
  `INSERT INTO notifications (user_id, case_id, kind, sequence, actor, at, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT DO NOTHING RETURNING id`,
);

const ASSIGNEE_AND_FOLLOWERS = statement(
  'notifications.interested',
  `SELECT assignee_id AS "userId" FROM cases WHERE id = $1 AND assignee_id IS NOT NULL
   UNION SELECT user_id FROM case_followers WHERE case_id = $1`,
);

/** What people should know of. Only of cases that they may see at the moment when they ask. */
@Injectable()
export class NotificationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Its id; undefined when there is one for this already. */
  async add({ userId, caseId, kind, sequence, actor, at, readAt }: NewNotification): Promise<number | undefined> {
    const values = [userId, caseId, kind, sequence, JSON.stringify(actor), at, readAt];
    return (await this.database.row<{ id: number }>(ADD, values))?.id;
  }

  /** The assignee of a case, and those who follow it. */
  async interested(caseId: number): Promise<number[]> {
    return (await this.database.rows<{ userId: number }>(ASSIGNEE_AND_FOLLOWERS, [caseId])).map(({ userId }) => userId);
  }

  async list(
    actor: Actor,
    { unread, limit, cursor }: { unread: boolean; limit: number; cursor?: string },
  ): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = caseAccess(actor, 5);
    const which = unread ? 'n.read_at IS NULL' : 'true';
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      statement(
        `notifications.list-${unread ? 'unread' : 'all'}-${access.kind}`,
        `SELECT n.id, n.at::text AS at, json_build_object(
           'id', n.id, 'kind', n.kind, 'case', json_build_object('id', c.id, 'subject', c.subject), 'actor', n.actor,
           'sequence', n.sequence, 'at', n.at, 'readAt', n.read_at)::text AS json
         FROM notifications n JOIN cases c ON c.id = n.case_id
         WHERE n.user_id = $1 AND ${which} AND c.deleted_at IS NULL AND ${access.sql}
           AND (n.at, n.id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::bigint, 0))
         ORDER BY n.at DESC, n.id DESC LIMIT $4`,
      ),
      [userIdOf(actor) ?? 0, place?.at ?? null, place?.id ?? null, limit + 1, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  async count(actor: Actor): Promise<{ unread: number; more: boolean }> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ count: number }>(
      statement(
        `notifications.count-${access.kind}`,
        `SELECT count(*) AS count FROM (
           SELECT FROM notifications n JOIN cases c ON c.id = n.case_id
           WHERE n.user_id = $1 AND n.read_at IS NULL AND c.deleted_at IS NULL AND ${access.sql}
           LIMIT ${NOTIFICATIONS_COUNTED + 1}) counted`,
      ),
      [userIdOf(actor) ?? 0, ...access.values],
    );
    const count = row?.count ?? 0;
    return { unread: Math.min(count, NOTIFICATIONS_COUNTED), more: count > NOTIFICATIONS_COUNTED };
  }

  /** False when it is nobody's, or somebody else's. */
  async markRead(userId: number, notificationId: number): Promise<boolean> {
    const sql = 'UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $2 AND user_id = $1';
    return (await this.database.run(sql, [userId, notificationId, this.clock.now()])) > 0;
  }

  /** All of a person's, or those of a case. False when there was nothing to read. */
  async markAllRead(userId: number, caseId: number | null): Promise<boolean> {
    const read = await this.database.run(
      `UPDATE notifications SET read_at = $3
       WHERE user_id = $1 AND read_at IS NULL AND ($2::bigint IS NULL OR case_id = $2)`,
      [userId, caseId, this.clock.now()],
    );
    return read > 0;
  }
}
