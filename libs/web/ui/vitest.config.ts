import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'ui',
    isolate: false,
    maxWorkers: 2,
    environment: 'jsdom',
    include: ['src/**/*.spec.{ts,tsx}'],
    setupFiles: ['./src/testing/setup.ts'],
  },
});
