import { IndexCases } from '@bureau/cases';
import { createLog, type Config } from '@bureau/platform';
import { openDesk } from './open-desk.ts';

/** Makes the search index anew from the cases. Safe while the desk serves, and to break off: its workers go on. */
export async function rebuildSearch(config: Config, databaseUrl: string): Promise<string> {
  const desk = await openDesk({ config, databaseUrl, log: createLog('warn') });
  const started = performance.now();
  try {
    const index = desk.get(IndexCases);
    await index.markAll();
    const documents = await index.indexWaiting();
    return `The search index is made anew (${documents.toLocaleString('en')} documents written here, ${seconds(started)}).`;
  } finally {
    await desk.close();
  }
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
