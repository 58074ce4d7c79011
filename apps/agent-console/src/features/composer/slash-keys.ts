import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent } from 'react';

export interface SlashKeys {
  move: (by: 1 | -1) => void;
  choose: () => void;
  leave: () => void;
  /** There is nothing to move through, and nothing to come. */
  isEmpty: boolean;
}

/** Heard before the editor and the keys of the case. */
export function useSlashKeys(editor: Editor, keys: SlashKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const run = actionOf(event, keys);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    // On the window, where the keys of the console are heard too: only before those can it hold Esc back.
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [editor]);
}

function actionOf({ key, shiftKey }: KeyboardEvent, keys: SlashKeys): (() => void) | null {
  if (key === 'Escape') return keys.leave;
  if (keys.isEmpty || shiftKey) return null;
  if (key === 'ArrowDown') return () => keys.move(1);
  if (key === 'ArrowUp') return () => keys.move(-1);
  return key === 'Enter' || key === 'Tab' ? keys.choose : null;
}

/** Tells a screen reader in the text which row is meant, and keeps that row in sight. */
export function useDescribed(editor: Editor, rowId: string | null): void {
  useEffect(() => {
    const { dom } = editor.view;
    if (rowId === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', rowId);
    if (rowId !== null) document.getElementById(rowId)?.scrollIntoView({ block: 'nearest' });
    return () => dom.removeAttribute('aria-activedescendant');
  }, [editor, rowId]);
}
