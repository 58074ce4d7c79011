import { useToasts } from '@bureau/ui';
import { useEffect, useEffectEvent, useRef } from 'react';
import { onNewerConsole } from '../pieces/late/index.ts';
import { words } from './words.ts';

/** Says once that the desk was brought up to date, and how to follow; nobody is torn out of what she does. */
export function NewerConsole() {
  const toasts = useToasts();
  const isTold = useRef(false);
  const tell = useEffectEvent(() => {
    if (isTold.current) return;
    isTold.current = true;
    const action = { label: words.reload, run: () => window.location.reload() };
    toasts.show({ text: words.newer, detail: words.newerSafe, action, timeoutMs: Infinity });
  });
  useEffect(() => onNewerConsole(() => tell()), []);
  return null;
}
