import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const migrations = path.resolve(here, '../../libs/server/platform/migrations');

/** One folder with everything in it: chunks find the parser's worker and the migrations beside themselves. */
export default defineConfig({
  root: here,
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: path.join(here, 'src/main.ts'),
        cli: path.join(here, 'src/cli.ts'),
        start: path.join(here, 'src/start/start.ts'),
        'thumbnail.worker': path.resolve(here, '../../libs/server/cases/src/attachment/thumbnail.worker.ts'),
        'parse-mail.worker': path.resolve(here, '../../libs/server/channels/src/email/read/parse-mail.worker.ts'),
      },
      external: [/^node:/, ...builtinModules],
      // The supervisor needs four files of the kernel: without this it would load Nest and everything else as well.
      treeshake: { moduleSideEffects: [{ test: /libs\/server\/platform\//, sideEffects: false }] },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@bureau\//] },
  plugins: [copyMigrations()],
});

function copyMigrations(): Plugin {
  return {
    name: 'copy-migrations',
    generateBundle() {
      for (const file of readdirSync(migrations).filter((name) => name.endsWith('.sql'))) {
        this.emitFile({
          type: 'asset',
          fileName: `migrations/${file}`,
          source: readFileSync(path.join(migrations, file), 'utf8'),
        });
      }
    },
  };
}
