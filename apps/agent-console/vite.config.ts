import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './build/compress-files.ts';
import { lightRoutes } from './build/light-routes.ts';
import { preloadStart } from './build/preload-start.ts';
import { readerLanguages } from './build/reader-languages.ts';

/** Where `npm run dev` runs the api role; the built console is served by that role itself. */
const api = `http://127.0.0.1:${process.env['BUREAU_API_PORT'] ?? process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), lightRoutes(), readerLanguages(), preloadStart(), compressFiles()],
  build: {
    target: 'es2023',
    // The first browsers that know light-dark(). Written for older ones, a theme could no longer hold for a part of the page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // All of these know it.
    modulePreload: { polyfill: false },
    sourcemap: true,
    // What belongs to the first load, for the check of its size.
    manifest: true,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Building a schema does nothing else: one that nobody asks for is left out.
      treeshake: { manualPureFunctions: ['z'] },
      input: { index: `${import.meta.dirname}/index.html`, start: `${import.meta.dirname}/src/app/start.tsx` },
      output: {
        codeSplitting: {
          groups: [
            // Before everything else: texts are read as their modules load, and the language must be chosen by then.
            { name: 'language', test: /\/src\/language\/(?:choose-language|format|words)\.ts$/, priority: 1 },
            // One file for all that the first screen needs: fewer requests, and words that repeat are compressed once.
            // What a caller needs of the contracts; the schemas that forms and memories check by come with whoever checks.
            {
              name: 'calls',
              test: /\/libs\/contracts\/src\/(?:.*\?routes|choices\.ts|errors\.ts|identity\/changed-preferences\.ts|automation\/conditions-in\.ts)$/,
              priority: 2,
            },
            { name: 'schemas', test: /\/node_modules\/zod\/|\/libs\/contracts\/src\/.*\.ts$/, priority: 1 },
            { name: 'console', tags: ['$initial'], test: /^(?!.*\/agent-console\/(?:index\.html|src\/main\.tsx)$)/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: api },
      '/health': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
});
