import { createContext, useContext, type ReactNode } from 'react';
import { englishWords } from './english-words.ts';

export type UiStatus = 'new' | 'open' | 'pending' | 'resolved' | 'closed';

/** Every word the components say by themselves. Everything else arrives in props, already in the reader's language. */
export interface UiWords {
  close: string;
  clear: string;
  back: string;
  cancel: string;
  undo: string;
  retry: string;
  loading: string;
  pending: string;
  moreActions: string;
  choose: string;
  noMatches: string;
  required: string;
  notifications: string;
  justNow: string;
  /** What happened within the last minute, in a sentence. */
  momentAgo: string;
  statuses: Record<UiStatus, string>;
  priority: (level: number) => string;
  live: string;
  catchingUp: string;
  offline: string;
  offlineSince: (time: string) => string;
  viewing: (names: string) => string;
  writing: (names: string) => string;
  resize: (pane: string) => string;
  willBeLost: string;
  whatIsSafe: string;
  whatToDo: string;
  shortcuts: string;
  /** Which of them also work while somebody writes. */
  shortcutsWhileWriting: string;
  or: string;
  /** The section of shortcuts that hold everywhere. */
  general: string;
  then: string;
  /** What the keys are called that have words on them. */
  keys: Record<'ctrl' | 'shift' | 'space', string>;
  theme: string;
  themes: Record<'auto' | 'light' | 'dark' | 'high-contrast', string>;
  density: string;
  densities: Record<'comfortable' | 'compact', string>;
  order: string;
  moveUp: (what: string) => string;
  moveDown: (what: string) => string;
  remove: (what: string) => string;
}

const UiWordsContext = createContext<UiWords>(englishWords);

/** Gives the components below it their words; whatever is left out stays English. */
export function UiWordsProvider({ words, children }: { words: Partial<UiWords>; children: ReactNode }) {
  return <UiWordsContext value={{ ...englishWords, ...words }}>{children}</UiWordsContext>;
}

export function useUiWords(): UiWords {
  return useContext(UiWordsContext);
}
