import { Button } from '@bureau/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { feedWords as words } from './case-feed.words.ts';

/** Shows at most 24 lines (the height is in the style sheet) until asked for all. */
export function Clamped({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || isOpen) return;
    const observer = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <>
      <div
        ref={box}
        className="feed-clamp"
        data-open={isOpen || undefined}
        data-long={(isLong && !isOpen) || undefined}
      >
        {children}
      </div>
      {isLong && (
        <Button variant="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.showLess : words.showAll}
        </Button>
      )}
    </>
  );
}
