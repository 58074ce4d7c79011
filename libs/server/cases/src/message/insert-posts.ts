/**
 * Notes the posts that a message becomes on a network, in one statement with the message: `posts` is the placeholder of
 * {@link PostToSend}s as JSON; none of them for a mail. Their writer is the account, as it is called at the moment.
 */
export function insertPosts(posts: string, { messageId, at }: { messageId: string; at: string }): string {
  return `INSERT INTO social_posts (account_id, kind, conversation_id, parent_id, writer_id, writer, avatar_sha256, by_account,
       part, message_id, posted_at)
     SELECT w.id, p.kind, p.conversation, p.parent, w.external_id, jsonb_build_object('handle', w.handle, 'name', w.name),
       w.avatar_sha256, true, p.part, ${messageId}, ${at}
     FROM jsonb_to_recordset(${posts}::jsonb) AS p (account bigint, kind text, conversation text, parent text, part smallint)
       JOIN social_accounts w ON w.id = p.account`;
}
