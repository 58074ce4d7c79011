import { createContext, useContext, type ReactNode } from 'react';

const DialogContext = createContext(false);

/** Around what a dialog shows: actions that are added inside hold there, and those of the page behind it rest. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <DialogContext value={true}>{children}</DialogContext>;
}

/** Whether what stands here is in a dialog, above the page. */
export function useIsInDialog(): boolean {
  return useContext(DialogContext);
}
