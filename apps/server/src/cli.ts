import 'reflect-metadata';
import { loadConfig, migrate, openDataSource, findDrift } from '@bureau/platform';
import './desk.module.ts';

const COMMANDS: Record<string, { words: string; run: (databaseUrl: string) => Promise<string> }> = {
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
};

const command = COMMANDS[process.argv[2] ?? ''];
if (!command) {
  const lines = Object.entries(COMMANDS).map(([name, { words }]) => `  ${name.padEnd(12)} ${words}`);
  process.stderr.write(`Usage: node apps/server/dist/cli.js COMMAND\n${lines.join('\n')}\n`);
  process.exit(2);
}
try {
  const { databaseUrl } = loadConfig(process.env);
  if (!databaseUrl) throw new Error('DATABASE_URL must name the database.');
  process.stdout.write(`${await command.run(databaseUrl)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
