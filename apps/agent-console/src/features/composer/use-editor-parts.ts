import { useEffect, useState } from 'react';

export type EditorParts = typeof import('./editor-parts.ts');

let loaded: EditorParts | null = null;
let loading: Promise<EditorParts> | undefined;

/** Fetches the editor's library, once; a fetch that failed is tried again by the next who asks. */
export function loadEditorParts(): Promise<EditorParts> {
  loading ??= import('./editor-parts.ts').then(
    (parts) => (loaded = parts),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Milliseconds until a fetch that failed is tried again. */
const NEXT_ATTEMPT = 3_000;

/** The rich text editor and its tools; null until they are there. What is typed meanwhile is taken as plain text. */
export function useEditorParts(): EditorParts | null {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    if (parts) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = () =>
      void loadEditorParts().then(
        (all) => isGone || setParts(all),
        () => {
          timer = setTimeout(load, NEXT_ATTEMPT);
        },
      );
    load();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [parts]);
  return parts;
}

/** While nothing else is to do, so that the first case finds the editor ready. */
if (typeof requestIdleCallback !== 'undefined') {
  requestIdleCallback(() => void loadEditorParts().catch(() => undefined));
}
