import { useEffect, useState } from 'react';
import { untilLoaded } from '../../pieces/late/index.ts';

export type EditorParts = typeof import('./editor-parts.ts');

let loaded: EditorParts | null = null;
let loading: Promise<EditorParts> | undefined;

/** Fetches the editor's library, once. */
export function loadEditorParts(): Promise<EditorParts> {
  loading ??= untilLoaded(() => import('./editor-parts.ts')).then((parts) => (loaded = parts));
  return loading;
}

/** The rich text editor and its tools; null until they are there. What is typed meanwhile is taken as plain text. */
export function useEditorParts(): EditorParts | null {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    let isGone = false;
    void loadEditorParts().then((all) => isGone || setParts(all));
    return () => {
      isGone = true;
    };
  }, []);
  return parts;
}

/** While nothing else is to do, so that the first case finds the editor ready. */
if (typeof requestIdleCallback !== 'undefined') requestIdleCallback(() => void loadEditorParts());
