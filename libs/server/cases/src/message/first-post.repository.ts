import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { insertPosts } from './insert-posts.ts';
import type { SocialRoute } from './social-replies.ts';

/** The first message of a case that the company opened goes out on a network like a reply. */
const POST_FIRST = statement(
  'first-posts.send',
  `WITH named AS (
     UPDATE messages SET from_name = $3, from_address = $4, recipients_to = $5, subject = '', html = NULL WHERE id = $2
   ), placed AS (
     UPDATE cases SET social_account_id = ($6::jsonb ->> 'accountId')::bigint WHERE id = $1
   ), posted AS (
     ${insertPosts('$7', { messageId: '$2', at: '$9' })}
   ), sent AS (
     INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at, created_at, updated_at, route)
     VALUES ($2, $1, $11, $8, $8, $9, $9, $6::jsonb) RETURNING id
   ), fact AS (
     INSERT INTO outbox (name, payload)
     SELECT 'message.replied', $10::jsonb || jsonb_build_object('deliveryId', id) FROM sent
   )
   SELECT id AS "deliveryId" FROM sent`,
);

/** A stored message that is to leave on a network. */
export interface FirstPost extends SocialRoute {
  caseId: number;
  messageId: number;
  undoUntil: Date;
  at: Date;
}

@Injectable()
export class FirstPostRepository {
  constructor(private readonly database: Database) {}

  /** Sends the message that opened a case. The caller rings the outbox. */
  async send(first: FirstPost, fact: Omit<EventPayload<'message.replied'>, 'deliveryId'>): Promise<void> {
    const { caseId, messageId, from, to, route, posts, undoUntil, at } = first;
    const row = await this.database.row(POST_FIRST, [
      ...[caseId, messageId, from.name, from.address, JSON.stringify(to), JSON.stringify(route)],
      ...[JSON.stringify(posts), undoUntil, at, JSON.stringify(fact)],
      to.map(({ address }) => address),
    ]);
    if (!row) throw new Error('The message was not sent.');
  }
}
