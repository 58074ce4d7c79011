import { useSession } from '@bureau/client';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import * as tabs from './tab-list.ts';
import type { CaseTab, TabList } from './tab-list.ts';
import { createTabStore } from './tab-store.ts';

export interface CaseTabsState extends TabList {
  has: (caseId: number) => boolean;
  /** Keeps a case as a tab. */
  keep: (caseId: number, title?: string) => void;
  close: (caseId: number) => void;
  /** Brings back the tab closed last; null when there is none. */
  reopen: () => number | null;
  /** Remembers how a case is called and what of it was seen. */
  note: (caseId: number, known: Partial<Omit<CaseTab, 'caseId'>>) => void;
}

const TabsContext = createContext<CaseTabsState>({
  ...tabs.noTabs,
  has: () => false,
  keep: () => undefined,
  close: () => undefined,
  reopen: () => null,
  note: () => undefined,
});

/** The tabs of whoever is signed in, for everything below. */
export function CaseTabsProvider({ children }: { children: ReactNode }) {
  const { user } = useSession();
  const store = useMemo(() => createTabStore(window.localStorage, user.id), [user.id]);
  const list = useSyncExternalStore(store.subscribe, store.get);
  const state = useMemo<CaseTabsState>(
    () => ({
      ...list,
      has: (caseId) => tabs.has(store.get(), caseId),
      keep: (caseId, title = '') => store.update((known) => tabs.keep(known, { caseId, title, seen: null })),
      close: (caseId) => store.update((known) => tabs.close(known, caseId)),
      reopen: () => {
        const { list: next, caseId } = tabs.reopen(store.get());
        store.update(() => next);
        return caseId;
      },
      note: (caseId, known) => store.update((now) => tabs.note(now, caseId, known)),
    }),
    [list, store],
  );
  return <TabsContext value={state}>{children}</TabsContext>;
}

export function useCaseTabs(): CaseTabsState {
  return useContext(TabsContext);
}
