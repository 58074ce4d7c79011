import { useSyncExternalStore } from 'react';

/** One of a few values that a reader chose for this browser. */
export interface StoredChoice<T extends string> {
  get: () => T;
  set: (next: T) => void;
  /** Calls when it changes, here or in another window. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * A choice of the reader, the same in every component, kept in this browser and followed across its windows. Storage
 * may be forbidden (private windows, policies) or hold what another version wrote: it then lasts as long as the page.
 */
export function storedChoice<T extends string>(storageKey: string, parse: (text: string | null) => T): StoredChoice<T> {
  const listeners = new Set<() => void>();
  let chosen: T | undefined;

  const get = () => {
    chosen ??= parse(recall(storageKey));
    return chosen;
  };
  const set = (next: T) => {
    chosen = next;
    remember(storageKey, next);
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    const onStorage = (event: StorageEvent) => {
      if (event.key !== storageKey) return;
      chosen = parse(event.newValue);
      listener();
    };
    listeners.add(listener);
    window.addEventListener('storage', onStorage);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', onStorage);
    };
  };
  return { get, set, subscribe };
}

/** What is chosen now, for components. */
export function useStoredChoice<T extends string>({ get, subscribe }: StoredChoice<T>): T {
  return useSyncExternalStore(subscribe, get, get);
}

function recall(storageKey: string): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(storageKey: string, text: string): void {
  try {
    window.localStorage.setItem(storageKey, text);
  } catch {
    return;
  }
}
