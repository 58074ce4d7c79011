import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const root = import.meta.dirname;
const database = `${root}/test/setup/postgres.ts`;
const specs = (folder: string) => `${folder}/**/*.spec.{ts,tsx}`;

/** Whole servers, browsers and killed processes, with patience: one file at a time, unless files only ask a server. */
const whole = (name: string, { fileParallelism = false } = {}): TestProjectConfiguration => ({
  test: {
    name,
    root,
    include: [specs(`test/${name}`)],
    globalSetup: [database],
    fileParallelism,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

const projects: TestProjectConfiguration[] = [
  { test: { name: 'pure', root, include: [specs('libs/contracts'), specs('libs/domain')] } },
  {
    test: {
      name: 'server',
      root,
      include: [specs('libs/server'), specs('apps/server')],
      globalSetup: [database],
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  },
  { test: { name: 'sandbox', root, include: [specs('apps/sandbox')], testTimeout: 20_000 } },
  {
    plugins: [react()],
    test: {
      name: 'web',
      root,
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
  whole('security', { fileParallelism: true }),
  whole('faults'),
];

export default defineConfig({ test: { projects, maxWorkers: 2 } });
