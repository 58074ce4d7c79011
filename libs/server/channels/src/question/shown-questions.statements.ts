/** What visitors may see of questions, as SQL that every public read of them shares. */

/**
 * Which questions `q` with case `c` and topic `o` are on the pages of brand `$1` for a reader who is signed in or not (`$2`):
 * what is in the trash, spam or below a hidden topic is not there (S32).
 */
export const SHOWN = `q.brand_id = $1 AND q.state = 'published' AND c.deleted_at IS NULL AND c.spam_at IS NULL AND m.hidden_at IS NULL
  AND (o.audience = 'public' OR (o.audience = 'signed-in' AND $2))
  AND EXISTS (SELECT FROM topic_brands g WHERE g.topic_id = o.id AND g.brand_id = $1)`;

/** What belongs to questions `q`. */
export const AROUND = `JOIN cases c ON c.id = q.case_id JOIN topics o ON o.id = q.topic_id JOIN messages m ON m.id = q.message_id`;
export const FROM = `questions q ${AROUND}`;

/**
 * Which answers `a` with message `m` are there. A reply that can still be taken back is not there yet; one that was is not
 * there at all. `now` is a placeholder.
 */
export const shownAnswer = (now: string, message = 'm') => `a.state = 'published' AND ${message}.hidden_at IS NULL
  AND NOT EXISTS (
    SELECT FROM deliveries d WHERE d.message_id = a.message_id
      AND (d.state = 'cancelled' OR (d.state = 'pending' AND d.attempts = 0 AND d.undo_until > ${now}::timestamptz)))`;

/** What is new in a message; nothing of what was erased. */
export const textOf = (message = 'm') => `left(${message}.text, greatest(${message}.visible_length, 0))`;

const counted = (byAgent: boolean) =>
  `(SELECT count(*)::int FROM question_answers a WHERE a.question_id = q.id AND a.state = 'published' AND a.by_agent = ${byAgent})`;

/** The columns of a `PublicQuestion`. */
export const QUESTION = `q.id, q.topic_id AS "topicId", q.subject, ${textOf()} AS text, q.author_name AS "authorName",
  q.customer_id AS "customerId", m.erased_at IS NOT NULL AS "isErased", q.best_answer_id AS "bestAnswerId",
  (q.closed_at IS NOT NULL OR c.status = 'closed') AS "isClosed", q.created_at AS "createdAt",
  ${counted(true)} AS "answersByAgents", ${counted(false)} AS "answersByCustomers"`;
