import { createContext } from 'react';

/** What the menu of a message does to split it off; null where this reader may not, or nothing could be split off. */
export const SplitOffContext = createContext<((messageId: number) => void) | null>(null);
