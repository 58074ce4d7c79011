import { intakeApi } from '@bureau/contracts';
import type { Installation } from '../../fixtures/installation.ts';
import type { Shown } from './network-audit.ts';
import { BRAND } from './people-on-x.ts';
import type { Said } from './said.ts';

/** Every message of a network in a case. */
export async function shownIn({ sql }: Installation): Promise<Shown[]> {
  const { rows } = await sql.query<Shown>(
    `SELECT m.direction, m.text, c.id::int AS "caseId", c.customer_id::int AS "customerId",
       EXISTS (SELECT FROM social_posts p WHERE p.message_id = m.id AND p.deleted_at IS NOT NULL) AS gone
     FROM messages m JOIN cases c ON c.id = m.case_id WHERE m.channel IN ('twitter', 'facebook')`,
  );
  return rows;
}

/** What the company has said there, wherever it stands. */
export function standingOn({ sandbox: { x, facebook } }: Installation): string[] {
  const onPage = facebook
    .postsOn(facebook.pages.larkspur)
    .flatMap(({ comments }) => [...comments, ...comments.flatMap((comment) => comment.comments)]);
  const inMessenger = facebook.conversations({ page: facebook.pages.larkspur }).flatMap(({ messages }) => messages);
  const byPage = ({ author }: { author: { kind: string } }) => author.kind === 'page';
  const me = x.user(BRAND).id;
  const inPrivate = x.everyMessage().filter(({ senderId }) => senderId === me);
  return [
    ...x.posts(BRAND).map(({ text }) => text),
    ...inPrivate.map(({ text }) => text),
    ...onPage.filter(byPage).map(({ message }) => message),
    ...inMessenger.filter(byPage).map(({ text }) => text),
  ];
}

/** Whether the desk has said 200 to something that tells of it. */
export function heardBy({ sandbox: { x, facebook } }: Installation): (said: Said) => boolean {
  const bodies = [...x.deliveries(), ...facebook.deliveries.list()]
    .filter(({ attempts }) => attempts.some(({ status }) => status === 200))
    .map(({ body }) => body)
    .join('\n');
  return ({ id }) => bodies.includes(`"${id}"`);
}

export interface LedgerFacts {
  /** Items by their fate. */
  fates: Record<string, number>;
  /** Deliveries by their state. */
  deliveries: Record<string, number>;
  /** Whether every counter of the Intake page adds up. */
  balanced: boolean;
  /** Rows of any table of the ledger with words that no network has said. */
  forged: number;
}

export async function ledgerOf(bureau: Installation, process: string, forgedWord: string): Promise<LedgerFacts> {
  const count = async (query: string) => {
    const { rows } = await bureau.sql.query<{ name: string; count: number }>(query);
    return Object.fromEntries(rows.map((row) => [row.name, row.count]));
  };
  const { items } = await bureau.api(process).call(intakeApi.balance, { query: {} });
  const { rows } = await bureau.sql.query<{ forged: number }>(
    `SELECT (SELECT count(*) FROM messages WHERE text LIKE $1)::int + (SELECT count(*) FROM social_posts WHERE text LIKE $1)::int
       + (SELECT count(*) FROM intake_items WHERE subject LIKE $1)::int AS forged`,
    [`%${forgedWord}%`],
  );
  return {
    fates: await count('SELECT fate AS name, count(*)::int AS count FROM intake_items GROUP BY 1'),
    deliveries: await count('SELECT state AS name, count(*)::int AS count FROM deliveries GROUP BY 1'),
    balanced: items.every(
      ({ seen, waiting, message, duplicate, held, suppressed, failed }) =>
        seen === waiting + message + duplicate + held + suppressed + failed,
    ),
    forged: rows[0]?.forged ?? 0,
  };
}
