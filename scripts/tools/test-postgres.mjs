import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../libs/server/platform/src/database/embedded-postgres.ts';

/** One throw-away PostgreSQL for all projects of a test run; test/setup/postgres.ts finds it by the environment. */
export async function startTestPostgres() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bureau-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: console.log, durable: false });
  const url = new URL(server.url);
  const database = (name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  process.env.BUREAU_TEST_POSTGRES_URL = database('postgres');

  return {
    dataDir,
    templateUrl: database('bureau_template'),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
