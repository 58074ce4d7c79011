/**
 * Who may import whom: the one table behind the fences (.dependency-cruiser.cjs) and the picture (docs/architecture.svg).
 * An island may import every island on the rows that its row names, never one of its own row.
 */
export const rows = [
  { name: 'contracts', islands: ['libs/contracts'], imports: [] },
  { name: 'domain', islands: ['libs/domain'], imports: ['contracts'] },
  { name: 'ui', islands: ['libs/web/ui'], imports: [] },
  { name: 'client', islands: ['libs/web/client'], imports: ['contracts', 'domain'] },
  { name: 'platform', islands: ['libs/server/platform'], imports: ['contracts', 'domain'] },
  { name: 'identity', islands: ['libs/server/identity'], imports: ['contracts', 'domain', 'platform'] },
  { name: 'customers', islands: ['libs/server/customers'], imports: ['contracts', 'domain', 'platform', 'identity'] },
  {
    name: 'cases',
    islands: ['libs/server/cases'],
    imports: ['contracts', 'domain', 'platform', 'identity', 'customers'],
  },
  {
    name: 'features',
    islands: ['automation', 'channels', 'knowledge', 'feedback', 'insights', 'connect'].map(
      (name) => `libs/server/${name}`,
    ),
    imports: ['contracts', 'domain', 'platform', 'identity', 'customers', 'cases'],
  },
  {
    name: 'surfaces',
    islands: ['support-center', 'desk-api', 'demo'].map((name) => `libs/server/${name}`),
    imports: ['contracts', 'domain', 'platform', 'identity', 'customers', 'cases', 'features'],
  },
  {
    name: 'server',
    islands: ['apps/server'],
    imports: ['contracts', 'domain', 'platform', 'identity', 'customers', 'cases', 'features', 'surfaces'],
  },
  { name: 'console', islands: ['apps/agent-console'], imports: ['contracts', 'domain', 'ui', 'client'] },
  { name: 'sandbox', islands: ['apps/sandbox'], imports: [] },
];

/** Packages that one place alone may know; everywhere else they would be a second way of doing the same. */
export const packagesAtHome = [
  {
    packages: ['typeorm', '@nestjs-cls/transactional-adapter-typeorm'],
    home: ['\\.entity\\.ts$', '\\.repository\\.ts$', '^libs/server/platform/src/(database|testing)/'],
  },
  { packages: ['bull', 'pg-boss'], home: ['^libs/server/platform/src/jobs/'] },
  {
    packages: ['socket.io', '@socket.io/redis-adapter', '@socket.io/redis-emitter'],
    home: ['^libs/server/platform/src/realtime/'],
  },
  { packages: ['socket.io-client'], home: ['^libs/web/client/src/'] },
  { packages: ['jsforce'], home: ['^libs/server/connect/', '^apps/sandbox/src/salesforce/testing/'] },
  { packages: ['twitter-api-v2'], home: ['^libs/server/channels/src/x/'] },
];

/** The folders that the island of a row may reach into: its own, and those its row names. */
export function reachOf(row, island) {
  const reachable = row.imports.flatMap((name) => rows.find((candidate) => candidate.name === name).islands);
  return [island, ...reachable];
}
