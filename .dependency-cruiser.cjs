const { packagesAtHome, reachOf, rows } = require('./scripts/tools/import-table.mjs');

const SPEC = '\\.spec\\.tsx?$';
const FOR_TESTS = [SPEC, '/testing/', '/testing\\.ts$', '\\.(factory|fixture)\\.ts$', '^test/'];
const ISLAND = '^(libs/(?:server|web)/[^/]+|libs/(?:contracts|domain)|apps/[^/]+)/';
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const below = (folders) => folders.map((folder) => `^${literal(folder)}/`);
const tableRule = (row, island) => ({
  name: `table: ${island}`,
  comment: `May import ${row.imports.join(', ') || 'nothing of ours'} (scripts/tools/import-table.mjs).`,
  severity: 'error',
  from: { path: below([island]), pathNot: FOR_TESTS },
  to: { path: '^(apps|libs|test)/', pathNot: below(reachOf(row, island)) },
});
/** Tests may also play the outside world, and use what all tests share. */
const tableRuleForTests = (row, island) => ({
  name: `table, in tests: ${island}`,
  severity: 'error',
  from: { path: `^${literal(island)}/.*(${FOR_TESTS.join('|')})` },
  to: { path: '^(apps|libs)/', pathNot: below([...reachOf(row, island), 'apps/sandbox']) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rows.flatMap((row) => row.islands.map((island) => tableRule(row, island))),
    ...rows.flatMap((row) => row.islands.map((island) => tableRuleForTests(row, island))),
    ...packagesAtHome.flatMap(({ packages, home }) =>
      packages.map((name) => ({
        name: `package at home: ${name}`,
        severity: 'error',
        from: { path: '^(apps|libs)/', pathNot: [...home, SPEC] },
        to: { path: `node_modules/${literal(name)}/` },
      })),
    ),
    {
      name: 'one door',
      comment: 'Import @bureau/x, not a file inside it.',
      severity: 'error',
      from: { path: ISLAND },
      to: {
        path: '^(libs|apps)/',
        pathNot: [
          '^$1/',
          '^apps/sandbox/src/start-sandbox\\.ts$',
          '/src/index\\.ts$',
          '/src/testing\\.ts$',
          '/src/tokens\\.css$',
          // What no list needs has a door of its own: it comes after the first screen.
          '^libs/web/ui/src/parts\\.ts$',
          // The page of components has a door of its own: nobody loads it to answer a customer.
          '^libs/web/ui/src/demo/ui-demo\\.tsx$',
          // So have its German words: they are loaded before the components, which read their words as they load.
          '^libs/web/ui/src/words/german-words\\.ts$',
          // How X reads a text takes a large package: whoever writes no posts does not load it.
          '^libs/domain/src/social/x-text/index\\.ts$',
        ],
      },
    },
    {
      name: 'test door for tests only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: FOR_TESTS },
      to: { path: ['/src/testing(\\.ts$|/)', SPEC, '\\.(factory|fixture)\\.ts$', '^test/'] },
    },
    {
      name: 'features of the console do not meet',
      comment: 'routes/ composes them.',
      severity: 'error',
      from: { path: '^apps/agent-console/src/features/([^/]+)/', pathNot: SPEC },
      to: { path: '^apps/agent-console/src/(features|routes|app)/', pathNot: '^apps/agent-console/src/features/$1/' },
    },
    {
      name: 'rules are pure',
      comment: 'contracts and domain run in the browser too, and decide without doing.',
      severity: 'error',
      from: { path: '^libs/(contracts|domain)/', pathNot: SPEC },
      to: { path: ['node_modules/'], pathNot: ['node_modules/(zod|re2js|twitter-text)/'] },
    },
    {
      name: 'rules touch no machine',
      severity: 'error',
      from: { path: '^libs/(contracts|domain)/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared packages only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: FOR_TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.nx)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    builtInModules: { add: ['node:test'] },
    skipAnalysisNotInRules: true,
  },
};
