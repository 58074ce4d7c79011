import { API, type SocialImports } from '@bureau/contracts';
import { sendMail } from '../../fixtures/mail.ts';
import type { TestDesk } from '../../fixtures/desk.ts';

const EVERYTHING_ON_X: SocialImports = {
  ...{ network: 'x', mentions: true, replies: true, quotes: true, directMessages: true, searches: [] },
};

/** A case with everything on it, and a word that is found nowhere else. */
export interface SecretCase {
  marker: string;
  caseId: number;
  customerId: number;
  messageId: number;
  noteId: number;
  attachmentId: number;
  deliveryId: number;
  intakeId: number;
  linkId: number;
  /** The post on a network that its first message is. */
  postId: number;
  /** A macro that everybody may apply, and what applying it to the case is called. */
  sharedMacroId: number;
  appliedId: number;
  /** A canvas app that everybody is shown; it lacks a secret. */
  canvasId: number;
  /** A colleague who may see everything. */
  userId: number;
}

let serial = 0;

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Where the case is, and whose it is. */
export interface Place {
  groupId: number;
  assigneeId: number;
  brandId?: number;
}

/** A customer's mail with a picture, a reply that was not delivered, a note; and the customer has a portrait. */
export async function makeSecretCase(desk: TestDesk, { groupId, assigneeId, brandId }: Place): Promise<SecretCase> {
  const marker = `zyxwvut${++serial}q`;
  await sendMail(desk, {
    from: `${marker} <${marker}@customer.example>`,
    subject: `The ${marker} is stuck`,
    text: `It makes a ${marker} sound.`,
    attachments: [{ filename: `${marker}.png`, content: PIXEL, contentType: 'image/png' }],
  });
  await desk.drain();
  const found = await desk.sql.row<Pick<SecretCase, 'caseId' | 'customerId' | 'intakeId'> & { sequence: number }>(
    `SELECT c.id AS "caseId", c.customer_id AS "customerId", i.id AS "intakeId", c.sequence
     FROM cases c JOIN intake_items i ON i.case_id = c.id WHERE c.subject = $1`,
    [`The ${marker} is stuck`],
  );
  const { caseId, customerId, intakeId, sequence } = found!;
  const admin = desk.as(desk.administrator);
  const reply = await admin.call(API.cases.reply, { params: { caseId }, body: { text: `Our ${marker}`, sequence } });
  const note = await admin.call(API.notes.add, { params: { caseId }, body: { text: `Between us: ${marker}` } });
  await portray(desk, customerId);
  const { links } = await admin.call(API.related.link, {
    params: { caseId },
    body: { url: 'https://tracker.example/7', title: marker },
  });
  const macro = await admin.call(API.macros.create, {
    body: {
      name: 'Raise',
      visibility: { for: 'everyone' },
      actions: [{ type: 'set-priority', priority: 9 }],
    },
  });
  const body = { macroIds: [macro.id] };
  const applied = await admin.call(API.macros.apply, { params: { caseId }, body });
  const canvas = await admin.call(API.integrationUrls.create, {
    body: { name: 'Stock', kind: 'canvas', markup: 'https://stock.example/canvas' },
  });
  const feed = await admin.call(API.cases.feed, { params: { caseId } });
  const first = feed.items.find((item) => item.kind === 'message');
  await desk.drain();
  await desk.sql.run("UPDATE deliveries SET state = 'failed', next_attempt_at = NULL WHERE case_id = $1", [caseId]);
  await desk.sql.run(
    'UPDATE cases SET group_id = $2, assignee_id = $3, brand_id = coalesce($4, brand_id) WHERE id = $1',
    [caseId, groupId, assigneeId, brandId ?? null],
  );
  return {
    marker,
    caseId,
    customerId,
    intakeId,
    messageId: first!.id,
    noteId: note.id,
    attachmentId: first!.attachments[0]!.id,
    deliveryId: reply.delivery!.id,
    linkId: links[0]!.id,
    postId: await post(desk, { customerId, messageId: first!.id, marker }),
    sharedMacroId: macro.id,
    appliedId: applied.applicationId,
    canvasId: canvas.id,
    userId: desk.administrator.id,
  };
}

async function portray(desk: TestDesk, customerId: number): Promise<void> {
  await desk.as(desk.administrator).fetch(`/api/v3/customers/${customerId}/avatar`, {
    method: 'PUT',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(PIXEL),
  });
}

/** The message stood on X, too, and who wrote it has a portrait there. The account is the brand's: no secret to its agents. */
async function post(desk: TestDesk, said: { customerId: number; messageId: number; marker: string }): Promise<number> {
  const row = await desk.sql.row<{ id: number }>(
    `WITH account AS (
       INSERT INTO social_accounts (network, external_id, handle, name, brand_id, imports, connected_at)
       VALUES ('x', gen_random_uuid(), 'brand', 'The brand', $4, $5, now()) RETURNING id)
     INSERT INTO social_posts (account_id, external_id, kind, conversation_id, writer_id, writer, avatar_sha256, message_id, posted_at)
     SELECT account.id, $3, 'reply', $3, $3, jsonb_build_object('handle', $3::text, 'name', $3::text),
       (SELECT avatar_sha256 FROM customers WHERE id = $1), $2, now() FROM account RETURNING id`,
    [said.customerId, said.messageId, said.marker, desk.brandId, JSON.stringify(EVERYTHING_ON_X)],
  );
  return row!.id;
}

/** All that is kept of a case, as one text: whoever may not touch it leaves this as it is. */
export async function stateOf(desk: TestDesk, { caseId, customerId }: SecretCase): Promise<string> {
  const row = await desk.sql.row<{ state: string }>(
    `SELECT jsonb_build_object(
       'case', (SELECT to_jsonb(c) FROM cases c WHERE c.id = $1),
       'messages', (SELECT jsonb_agg(to_jsonb(m) - 'safe_html' - 'safe_version' - 'updated_at' ORDER BY m.id) FROM messages m WHERE m.case_id = $1),
       'notes', (SELECT jsonb_agg(to_jsonb(n) ORDER BY n.id) FROM notes n WHERE n.case_id = $1),
       'events', (SELECT count(*) FROM case_events e WHERE e.case_id = $1),
       'attachments', (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM attachments a JOIN messages m ON m.id = a.message_id WHERE m.case_id = $1),
       'deliveries', (SELECT jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state) ORDER BY d.id) FROM deliveries d WHERE d.case_id = $1),
       'followers', (SELECT count(*) FROM case_followers f WHERE f.case_id = $1),
       'drafts', (SELECT count(*) FROM drafts f WHERE f.case_id = $1),
       'links', (SELECT count(*) FROM case_links l WHERE l.case_id = $1 OR l.other_case_id = $1),
       'customer', (SELECT to_jsonb(p) FROM customers p WHERE p.id = $2),
       'intake', (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'fate', i.fate) ORDER BY i.id) FROM intake_items i WHERE i.case_id = $1)
     )::text AS state`,
    [caseId, customerId],
  );
  return row!.state;
}
