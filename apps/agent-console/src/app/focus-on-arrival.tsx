import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Milliseconds between two looks for the heading of a page that is still being loaded, and how many of them. */
const LOOK = 100;
const LOOKS = 20;

/**
 * After a way to another place the focus must not stay where that place no longer is: a page without a list puts it on
 * its heading, so that a screen reader begins there. Whoever has begun to work elsewhere meanwhile is left alone.
 */
export function FocusOnArrival() {
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks === LOOKS || !isLost(document.activeElement) || focusPage()) clearInterval(timer);
    }, LOOK);
    return () => clearInterval(timer);
  }, [pathname]);
  return null;
}

/** Focus is nowhere, or still on the link that led here. */
function isLost(element: Element | null): boolean {
  return element === null || element === document.body || element.closest('.rail-places, .admin-nav') !== null;
}

/** Puts the focus into the list, where there is one, else on the heading of the page; false while there is neither. */
export function focusPage(): boolean {
  const place =
    document.querySelector<HTMLElement>('[data-list-focus]') ??
    document.querySelector<HTMLElement>('[role="main"] h1[tabindex="-1"]');
  place?.focus();
  return place !== null;
}
