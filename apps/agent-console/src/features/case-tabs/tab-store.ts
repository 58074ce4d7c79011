import { readJson } from '@bureau/client';
import { isTabList, noTabs } from './tab-list.ts';
import type { TabList } from './tab-list.ts';

/** The tabs of one user in this browser; every window of it shows the same. */
export interface TabStore {
  get: () => TabList;
  subscribe: (onChange: () => void) => () => void;
  update: (change: (list: TabList) => TabList) => void;
}

export function createTabStore(storage: Storage, userId: number): TabStore {
  const name = `bureau.tabs.${userId}`;
  const listeners = new Set<() => void>();
  let list = read(storage, name);

  const tell = () => listeners.forEach((listener) => listener());
  const onStorage = (event: StorageEvent) => {
    if (event.key !== name) return;
    list = read(storage, name);
    tell();
  };
  return {
    get: () => list,
    subscribe: (onChange) => {
      if (listeners.size === 0) window.addEventListener('storage', onStorage);
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) window.removeEventListener('storage', onStorage);
      };
    },
    update: (change) => {
      const next = change(list);
      if (next === list) return;
      list = next;
      write(storage, name, list);
      tell();
    },
  };
}

function read(storage: Storage, name: string): TabList {
  return readJson(storage.getItem(name), isTabList) ?? noTabs;
}

function write(storage: Storage, name: string, list: TabList): void {
  try {
    storage.setItem(name, JSON.stringify(list));
  } catch {
    // A full storage costs the memory of the tabs, not the tabs.
  }
}
