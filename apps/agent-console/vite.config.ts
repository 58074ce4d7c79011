import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './build/compress-files.ts';
import { readerLanguages } from './build/reader-languages.ts';

/** Where `npm run dev` runs the api role; the built console is served by that role itself. */
const api = `http://127.0.0.1:${process.env['BUREAU_API_PORT'] ?? process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), readerLanguages(), compressFiles()],
  build: {
    target: 'es2023',
    // The first browsers that know light-dark(). Written for older ones, a theme could no longer hold for a part of the page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    // What belongs to the first load, for the check of its size.
    manifest: true,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
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
