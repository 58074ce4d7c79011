import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Pixels around what is in sight within which things are made ready. */
const MARGIN = '1200px 0px';

/** Whether an element has ever been in sight or near it: what is far away need not be drawn yet. */
export function useNearView(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const target = element.current;
    if (!target || isNear) return;
    const root = target.closest('.feed-scroller');
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      root,
      rootMargin: MARGIN,
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}
