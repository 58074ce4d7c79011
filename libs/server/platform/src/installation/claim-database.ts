import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { InstallationSecret } from '../config/index.ts';
import type { Database } from '../database/index.ts';

const Installation = z.object({ id: z.string(), fingerprint: z.string() });

/**
 * Ties a database to the secret of its installation: the first start claims it. Throws when the secret is another one,
 * because then no token in any mail and no stored password could be read. Processes that start at the same moment agree:
 * the update that changes nothing waits for the row of whoever was first, where a plain read would not see it yet.
 */
export async function claimDatabase(database: Database, secret: InstallationSecret): Promise<void> {
  const id = randomUUID();
  const claim = { id, fingerprint: secret.sign('fingerprint', id) };
  const row = await database.row<{ value: unknown }>(
    `INSERT INTO settings (key, value) VALUES ('installation', $1)
     ON CONFLICT (key) DO UPDATE SET value = settings.value RETURNING value`,
    [JSON.stringify(claim)],
  );
  const owner = Installation.parse(row?.value);
  if (secret.verify('fingerprint', owner.id, owner.fingerprint)) return;
  throw new Error(
    'The secret is not the one this database was set up with: give BUREAU_SECRET, or the data directory, that belongs to it.',
  );
}
