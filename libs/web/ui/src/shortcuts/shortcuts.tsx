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
import { useIsInDialog } from './dialog-actions.tsx';
import { createShortcutTable, type Action, type Shortcut } from './shortcut-table.ts';
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
      <SheetOnQuestionMark />
      {children}
    </ShortcutContext>
  );
}

/**
 * Lets these actions hold while the component is on the page. The array may be new on every draw: what runs is
 * always the newest `run`, and the table changes only when something a reader can see does.
 */
export function useActions(actions: readonly Action[]): void {
  const table = useContext(ShortcutContext);
  const isInDialog = useIsInDialog();
  const newest = useEffectEvent(() => actions);
  const visible = JSON.stringify(actions);
  useEffect(() => {
    const run = (id: string) =>
      newest()
        .find((action) => action.id === id)
        ?.run();
    return table.add(
      newest().map((action) => ({ ...action, run: () => run(action.id) })),
      isInDialog,
    );
  }, [table, isInDialog, visible]);
}

/** `useActions` for those that all have keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useActions(shortcuts);
}

/** Every action that holds now, for the sheet and the palette. */
export function useActionList(): readonly Action[] {
  const table = useContext(ShortcutContext);
  return useSyncExternalStore(table.subscribe, table.list, table.list);
}

/** Runs an action by its id, from a button or a menu that does the same as its key; nothing when it does not hold. */
export function useRunAction(): (id: string) => void {
  const table = useContext(ShortcutContext);
  return (id) =>
    table
      .list()
      .find((action) => action.id === id)
      ?.run();
}

function SheetOnQuestionMark() {
  const words = useUiWords();
  const [isOpen, setOpen] = useState(false);
  const { general: section, shortcuts: description } = words;
  const run = () => setOpen(true);
  useActions([
    { id: 'ui.shortcuts', keys: '?', section, description, icon: 'keyboard', run },
    // While somebody writes, a question mark is a question mark.
    { id: 'ui.shortcuts.writing', keys: 'mod+/', section, description, run, isKeyOnly: true },
  ]);
  return <ShortcutSheet isOpen={isOpen} onClose={() => setOpen(false)} actions={useActionList()} />;
}
