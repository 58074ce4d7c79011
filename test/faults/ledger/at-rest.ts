import type { Installation } from '../../fixtures/installation.ts';

/** Everything that came in has a fate, and everybody was told. */
export async function isSettled({ sql }: Pick<Installation, 'sql'>): Promise<boolean> {
  const { rows } = await sql.query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT FROM outbox WHERE relayed_at IS NULL)
       OR EXISTS (SELECT FROM intake_items WHERE fate = 'waiting') AS busy`,
  );
  return rows[0]?.busy === false;
}

/** And every delivery an end. */
export async function isAtRest(bureau: Pick<Installation, 'sql'>): Promise<boolean> {
  const { rows } = await bureau.sql.query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT FROM deliveries WHERE state IN ('pending', 'sending')) AS busy`,
  );
  return rows[0]?.busy === false && isSettled(bureau);
}
