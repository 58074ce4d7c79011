import { Injectable } from '@nestjs/common';
import type { ListWebhookCalls, WebhookCall, WebhookEvent } from '@bureau/contracts';
import { Database, pageFrom, readCursor, statement, type RawJson } from '@bureau/platform';

const CALL = `json_build_object('id', k.id, 'key', k.key, 'event', k.event, 'caseId', k.case_id, 'state', k.state,
    'attempts', k.attempts, 'status', k.status, 'response', k.response, 'error', k.error, 'tookMs', k.took_ms,
    'nextAttemptAt', k.next_attempt_at, 'createdAt', k.created_at, 'finishedAt', k.finished_at)`;

const WANT = statement(
  'webhook-calls.want',
  `INSERT INTO webhook_calls (webhook_id, case_id, event, about, next_attempt_at, created_at)
   SELECT id, $2, $3, $4, $5, $5 FROM webhooks WHERE id = $1 AND enabled RETURNING id`,
);

const COUNT_ABOUT = statement(
  'webhook-calls.count-about',
  'SELECT count(*) AS count FROM webhook_calls WHERE case_id = $1 AND webhook_id = $2 AND created_at > $3',
);

const CLAIM = statement(
  'webhook-calls.claim',
  `UPDATE webhook_calls k SET attempts = attempts + 1, next_attempt_at = $3
   FROM webhooks w WHERE k.id = $1 AND w.id = k.webhook_id AND k.state = 'waiting' AND k.next_attempt_at <= $2
   RETURNING k.id, k.key, k.event, k.case_id AS "caseId", k.about, k.body, k.created_at AS "createdAt",
     k.attempts - k.attempts_before AS attempts, w.id AS "webhookId", w.name, w.url, w.secret_sealed AS "secretSealed", w.enabled`,
);

const KEEP_BODY = statement('webhook-calls.keep-body', 'UPDATE webhook_calls SET body = $2 WHERE id = $1');

const FINISH = statement(
  'webhook-calls.finish',
  `UPDATE webhook_calls SET state = $2, next_attempt_at = $3, status = $4, response = $5, error = $6, took_ms = $7,
     finished_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $8::timestamptz END WHERE id = $1`,
);

/** A call whose next attempt is ours for now. */
export interface ClaimedCall {
  id: number;
  key: string;
  event: WebhookEvent;
  caseId: number | null;
  about: Record<string, unknown>;
  /** Null before the first attempt. */
  body: string | null;
  createdAt: Date;
  /** Since it was wanted, or since somebody asked for more; this one counted. */
  attempts: number;
  webhookId: number;
  name: string;
  url: string;
  secretSealed: string;
  enabled: boolean;
}

/** How an attempt ended. */
export interface CallEnd {
  state: WebhookCall['state'];
  nextAttemptAt: Date | null;
  status: number | null;
  response: string | null;
  error: string | null;
  tookMs: number | null;
  at: Date;
}

export interface CallToMake {
  event: WebhookEvent;
  caseId: number | null;
  about: Record<string, unknown>;
  at: Date;
}

/** The only place that speaks SQL for calls of webhooks. */
@Injectable()
export class WebhookCallRepository {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such webhook, or it is switched off. */
  async want(webhookId: number, { event, caseId, about, at }: CallToMake): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(WANT, [webhookId, caseId, event, JSON.stringify(about), at]);
    return row?.id;
  }

  /** How often one webhook was to be called about a case. */
  async countAbout(caseId: number, { webhookId, since }: { webhookId: number; since: Date }): Promise<number> {
    const row = await this.database.row<{ count: number }>(COUNT_ABOUT, [caseId, webhookId, since]);
    return row?.count ?? 0;
  }

  /** Ours until `until`, when it is due; whoever dies over it leaves it to the next. */
  claim(callId: number, { at, until }: { at: Date; until: Date }): Promise<ClaimedCall | undefined> {
    return this.database.row<ClaimedCall & Record<string, unknown>>(CLAIM, [callId, at, until]);
  }

  async keepBody(callId: number, body: string): Promise<void> {
    await this.database.run(KEEP_BODY, [callId, body]);
  }

  async finish(callId: number, { state, nextAttemptAt, status, response, error, tookMs, at }: CallEnd): Promise<void> {
    await this.database.run(FINISH, [callId, state, nextAttemptAt, status, response, error, tookMs, at]);
  }

  async due(at: Date): Promise<{ id: number; attempts: number }[]> {
    return this.database.rows(
      `SELECT id, attempts FROM webhook_calls WHERE state = 'waiting' AND next_attempt_at <= $1
       ORDER BY next_attempt_at LIMIT 500`,
      [at],
    );
  }

  /** Due at once, with all its attempts before it. False: it is no call of this webhook that has ended. */
  async again(callId: number, { webhookId, at }: { webhookId: number; at: Date }): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE webhook_calls SET state = 'waiting', attempts_before = attempts, next_attempt_at = $3, finished_at = NULL
       WHERE id = $1 AND webhook_id = $2`,
      [callId, webhookId, at],
    );
    return changed > 0;
  }

  async read(callId: number, webhookId: number): Promise<WebhookCall | undefined> {
    const row = await this.database.row<{ call: WebhookCall }>(
      `SELECT ${CALL} AS call FROM webhook_calls k WHERE k.id = $1 AND k.webhook_id = $2`,
      [callId, webhookId],
    );
    return row?.call;
  }

  /** The newest first. */
  async list(webhookId: number, { state, limit, cursor }: ListWebhookCalls): Promise<RawJson> {
    const place = readCursor(cursor);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT k.id, k.created_at::text AS at, ${CALL}::text AS json FROM webhook_calls k
       WHERE k.webhook_id = $1 AND ($2::text IS NULL OR k.state = $2) AND ($3::bigint IS NULL OR k.id < $3)
       ORDER BY k.id DESC LIMIT $4`,
      [webhookId, state ?? null, place?.id ?? null, limit + 1],
    );
    return pageFrom(rows, limit);
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.database.run("DELETE FROM webhook_calls WHERE created_at < $1 AND state <> 'waiting'", [before]);
  }
}
