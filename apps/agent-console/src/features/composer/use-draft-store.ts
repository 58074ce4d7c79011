import { draftsApi } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { createDraftStore } from './draft-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { DraftMemory, Remembered } from './draft-memory.ts';
import { uploadIdsOf } from './inline-images.ts';

export interface DraftStoreOptions {
  caseId: number;
  kind: 'reply' | 'note';
  memory: DraftMemory;
  begin: () => Remembered;
}

/** The draft of one case and kind, kept in this browser and at the desk, and the same in every tab. */
export function useDraftStore({ caseId, kind, memory, begin }: DraftStoreOptions): DraftStore {
  const client = useClient();
  const queries = useQueryClient();
  // As long as the place is on the screen it has one memory and one store.
  const [kept] = useState(() => memory);
  const [store] = useState(() => {
    const { writing, saved } = begin();
    // A reply is what the route means when nobody says otherwise; its answer is kept under that name.
    const place = kind === 'reply' ? { params: { caseId } } : { params: { caseId }, query: { kind } };
    const known = keyOf(draftsApi.get, place);
    return createDraftStore({
      initial: writing,
      isUnsaved: !saved,
      memory,
      newKey,
      save: async (now) => {
        const { html, text, sequence, mode, subject, to, cc, bcc, post } = now;
        const body = { html, text, sequence, mode, subject, to, cc, bcc, post, uploadIds: uploadIdsOf(now) };
        queries.setQueryData(known, await client.call(draftsApi.save, { ...place, body }));
      },
      discard: async () => {
        await client.call(draftsApi.discard, place);
        queries.setQueryData(known, { draft: null });
      },
    });
  });
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key !== kept.name || document.hasFocus()) return;
      store.adopt(kept.recall());
    };
    const goOn = () => store.flush();
    window.addEventListener('storage', hear);
    window.addEventListener('online', goOn);
    return () => {
      window.removeEventListener('storage', hear);
      window.removeEventListener('online', goOn);
      store.flush();
    };
  }, [store, kept]);
  return store;
}
