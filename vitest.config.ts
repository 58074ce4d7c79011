import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = import.meta.dirname;
const database = `${root}/test/setup/postgres.ts`;
const specs = (folder: string) => `${folder}/**/*.spec.{ts,tsx}`;

/** What leaves no strength to others: floods, and everything killed under load. */
const ALONE = ['flood', 'flood-of-forms', 'ledger', 'networks', 'routing', 'several-processes'].map(
  (name) => `test/faults/${name}.spec.ts`,
);

/** What defines jobs of its own, takes over the process or puts others in the place of modules: nothing of it may stay loaded. */
const LOADED_ANEW = [
  specs('libs/server/platform'),
  specs('apps/server/src/start'),
  'libs/server/connect/src/histories.spec.ts',
];

/** What takes minutes, the longest first: begun last, it would leave the other worker idle. */
const LONG = ['test/journeys/accessibility', 'test/journeys/catalogue', 'libs/server/connect/src/histories'].map(
  (name) => `${root}/${name}.spec.ts`,
);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // One project after the other, as they come.
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((ofProject) => [
      ...LONG.flatMap((name) => ofProject.filter(({ moduleId }) => moduleId === name)),
      ...ofProject.filter(({ moduleId }) => !LONG.includes(moduleId)),
    ]);
  }
}

interface Server {
  include?: string[];
  exclude?: string[];
  isolate?: boolean;
}

/** Parts of the server on a real database, in one process. */
const server = (
  name: string,
  { include = [specs('libs/server'), specs('apps/server')], exclude = [], isolate = true }: Server,
): TestProjectConfiguration => ({
  test: {
    name,
    root,
    include,
    exclude: ['**/node_modules/**', ...exclude],
    isolate,
    globalSetup: [database],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

interface Whole {
  include?: string[];
  exclude?: string[];
  isAlone?: boolean;
}

/** Whole servers, browsers and killed processes, with patience. */
const whole = (name: string, { include, exclude = [], isAlone = false }: Whole = {}): TestProjectConfiguration => ({
  test: {
    name,
    root,
    include: include ?? [specs(`test/${name}`)],
    exclude: ['**/node_modules/**', ...exclude],
    globalSetup: [database],
    fileParallelism: !isAlone,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

// Loading the code costs more than most files' tests: a worker loads it once. Every file has a desk, a world or a page of its own.
const isolate = false;

const projects: TestProjectConfiguration[] = [
  { test: { name: 'pure', root, isolate, include: [specs('libs/contracts'), specs('libs/domain')] } },
  server('server', { exclude: LOADED_ANEW, isolate }),
  server('server-anew', { include: LOADED_ANEW }),
  { test: { name: 'sandbox', root, isolate, include: [specs('apps/sandbox')], testTimeout: 20_000 } },
  {
    plugins: [react()],
    test: {
      name: 'web',
      root,
      isolate,
      environment: 'jsdom',
      include: [specs('libs/web/client'), specs('apps/agent-console')],
      // Longer than what a test waits for (src/testing/setup.ts), so that it can say what it missed.
      testTimeout: 20_000,
      setupFiles: existsSync(`${root}/apps/agent-console/src/testing/setup.ts`)
        ? ['apps/agent-console/src/testing/setup.ts']
        : [],
    },
  },
  './libs/web/ui/vitest.config.ts',
  { test: { name: 'tools', root, include: ['scripts/**/*.spec.mjs'], testTimeout: 120_000 } },
  whole('journeys'),
  whole('security'),
  whole('faults', { exclude: ALONE }),
  whole('faults-alone', { include: ALONE, isAlone: true }),
];

// What was compiled once is there for the next stage, and for the next run.
export default defineConfig({
  test: { projects, maxWorkers: 2, fsModuleCache: true, sequence: { sequencer: LongestFirst } },
});
