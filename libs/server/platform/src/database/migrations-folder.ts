import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the SQL files lie: beside the source, or beside the built server, which carries a copy. */
export function migrationsFolder(): string {
  const candidates = ['../../migrations', './migrations'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((folder) => existsSync(folder));
  if (!found) throw new Error(`No migrations found in ${candidates.join(' or ')}.`);
  return found;
}
