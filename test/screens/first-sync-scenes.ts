import { previewed } from '../../apps/agent-console/src/features/salesforce/first-sync.fixture.ts';
import { atFirstSync } from '../fixtures/first-sync-page.ts';
import type { Scene } from './scene.ts';

const halfway = previewed.objects.map((one) => ({ ...one, seen: 463, done: { ...one.done, 'create-in-desk': 463 } }));
const NO_CALLS =
  'Nine tenths of the calls that Salesforce allows in 24 hours are used: it goes on by itself when there are more again.';

/** What both sides had before they were kept in step. */
export function firstSync(): Scene[] {
  const path = '/admin';
  const waits = atFirstSync({ phase: 'sync', state: 'waiting', reason: NO_CALLS, objects: halfway });
  return [
    { name: 'First sync: what would happen', path, prepare: atFirstSync({}) },
    { name: 'First sync: it begins to look', path, prepare: atFirstSync({ state: 'dry-run', objects: [], calls: 0 }) },
    {
      name: 'First sync: how far it is',
      path,
      prepare: atFirstSync({ phase: 'sync', state: 'running', objects: halfway }),
    },
    { name: 'First sync: it waits', path, prepare: waits },
    { name: 'First sync: it waits in German', path, language: 'de', prepare: waits },
  ];
}
