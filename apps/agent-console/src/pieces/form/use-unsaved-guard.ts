import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';

export interface UnsavedGuard {
  /** Somebody is about to leave with changes: ask. */
  isAsking: boolean;
  leave: () => void;
  stay: () => void;
  /** Lets the page be left by what follows a save. */
  whileSaving: <T>(save: () => Promise<T>) => Promise<T>;
}

/** Keeps the address, and the window, while something is typed that nobody has saved. */
export function useUnsavedGuard(isDirty: boolean): UnsavedGuard {
  const isSaving = useRef(false);
  const holds = () => isDirty && !isSaving.current;
  const blocker = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true });
  return {
    isAsking: blocker.status === 'blocked',
    leave: () => blocker.proceed?.(),
    stay: () => blocker.reset?.(),
    whileSaving: async (save) => {
      isSaving.current = true;
      try {
        return await save();
      } finally {
        isSaving.current = false;
      }
    },
  };
}
