import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';

/** What the data directory remembers of its database, in `postgres.json`, readable by its owner only. */
const State = z.object({
  /** Folder that holds `cluster/` and `postgres.log`; outside the data directory when Bureau was started by root. */
  home: z.string(),
  port: z.int().min(1).max(65535),
  password: z.string().min(20),
  /** False until the cluster was created completely. */
  created: z.boolean(),
});
export type State = z.infer<typeof State>;

/** The remembered state, undefined on a first start. */
export async function readState(dataDir: string): Promise<State | undefined> {
  const file = stateFile(dataDir);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new EmbeddedPostgresProblem(
      `Cannot read ${file} (${error.code}). Start Bureau as the user who created the data directory, or set BUREAU_DATA_DIR.`,
    );
  });
  if (text === undefined) return undefined;

  const state = State.safeParse(parseJson(text));
  if (state.success) return state.data;
  throw new EmbeddedPostgresProblem(
    `The file ${file} is damaged, so the database cannot be opened. Restore it from a backup, or begin anew with: npm start -- --reset`,
  );
}

/** Writes beside and renames: a crash leaves the old state or the new one, never half of it. */
export async function writeState(dataDir: string, state: State): Promise<void> {
  const file = stateFile(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

export function stateFile(dataDir: string): string {
  return path.join(dataDir, 'postgres.json');
}

/** 192 random bits, safe in a URL. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
