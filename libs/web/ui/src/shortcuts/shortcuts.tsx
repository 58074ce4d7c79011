import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useUiWords } from '../words/ui-words.tsx';
import { createShortcutTable, type Shortcut } from './shortcut-table.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

const ShortcutContext = createContext(createShortcutTable());

/** Listens for every shortcut of the console, and shows them all on `?`. Place it once, around the app. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [table] = useState(createShortcutTable);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (table.press(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [table]);
  return (
    <ShortcutContext value={table}>
      {children}
      <SheetOnQuestionMark />
    </ShortcutContext>
  );
}

/**
 * Lets these shortcuts hold while the component is on the page. The array may be new on every draw: what runs is
 * always the newest `run`, and the table changes only when something a reader can see does.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const table = useContext(ShortcutContext);
  const newest = useEffectEvent(() => shortcuts);
  const visible = JSON.stringify(shortcuts);
  useEffect(() => {
    const run = (id: string) =>
      newest()
        .find((shortcut) => shortcut.id === id)
        ?.run();
    return table.add(newest().map((shortcut) => ({ ...shortcut, run: () => run(shortcut.id) })));
  }, [table, visible]);
}

/** Every shortcut that holds now, for the sheet and the palette. */
export function useShortcutList(): readonly Shortcut[] {
  const table = useContext(ShortcutContext);
  return useSyncExternalStore(table.subscribe, table.list, table.list);
}

function SheetOnQuestionMark() {
  const words = useUiWords();
  const [isOpen, setOpen] = useState(false);
  useShortcuts([
    { id: 'ui.shortcuts', keys: '?', section: words.general, description: words.shortcuts, run: () => setOpen(true) },
  ]);
  return <ShortcutSheet isOpen={isOpen} onClose={() => setOpen(false)} shortcuts={useShortcutList()} />;
}
