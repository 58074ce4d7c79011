import 'reflect-metadata';
import { findDrift, loadConfig, migrate, openDataSource, type Config } from '@bureau/platform';
import { removeDemo, seed } from './demo-commands.ts';
import { rebuildSearch } from './search-commands.ts';
import './desk.module.ts';

const COMMANDS: Record<string, { words: string; run: (databaseUrl: string, config: Config) => Promise<string> }> = {
  migrate: {
    words: 'bring the database to the newest schema',
    run: async (databaseUrl) => {
      const applied = await migrate(databaseUrl);
      return applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`;
    },
  },
  drift: {
    words: 'compare the entities with the migrated schema',
    run: async (databaseUrl) => {
      const dataSource = await openDataSource(databaseUrl, 2);
      const drift = await findDrift(dataSource).finally(() => dataSource.destroy());
      if (drift.length > 0) throw new Error(drift.join('\n'));
      return `${dataSource.entityMetadatas.length} entities match the schema.`;
    },
  },
  seed: {
    words: 'fill an empty desk with demo data',
    run: (databaseUrl, config) => seed(config, databaseUrl),
  },
  'demo:remove': {
    words: 'take all demo data away',
    run: (databaseUrl, config) => removeDemo(config, databaseUrl),
  },
  'search:rebuild': {
    words: 'make the search index anew, while the desk serves',
    run: (databaseUrl, config) => rebuildSearch(config, databaseUrl),
  },
};

const command = COMMANDS[process.argv[2] ?? ''];
if (!command) {
  const lines = Object.entries(COMMANDS).map(([name, { words }]) => `  ${name.padEnd(12)} ${words}`);
  process.stderr.write(`Usage: node apps/server/dist/cli.js COMMAND\n${lines.join('\n')}\n`);
  process.exit(2);
}
try {
  const config = loadConfig(process.env);
  if (!config.databaseUrl) throw new Error('DATABASE_URL must name the database.');
  process.stdout.write(`${await command.run(config.databaseUrl, config)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
