import { createContext, useContext } from 'react';

/** What a pane's content may know of the panes around it. */
export interface PaneState {
  /** Ids of panes for which there is no room now. */
  collapsed: readonly string[];
  /** Only one pane is shown at a time, as on a phone. */
  isSingle: boolean;
  /** The collapsed pane that lies over the others now. */
  opened: string | null;
  /** Lays a collapsed pane over the others; null takes it away. */
  open: (id: string | null) => void;
}

export const PaneContext = createContext<PaneState>({ collapsed: [], isSingle: false, opened: null, open: () => {} });

export function usePanes(): PaneState {
  return useContext(PaneContext);
}
