import { useEffect } from 'react';
import { notificationsWords as words } from './notifications.words.ts';

/** Puts the count before the title of the page, whatever else changes the title. */
export function useTitleBadge(label: string): void {
  useEffect(() => {
    if (label === '') return;
    let plain = document.title;
    let shown = '';
    const show = () => {
      if (document.title === shown) return;
      plain = document.title;
      shown = words.titleBadge(label, plain);
      document.title = shown;
    };
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    show();
    return () => {
      observer.disconnect();
      if (document.title === shown) document.title = plain;
    };
  }, [label]);
}
