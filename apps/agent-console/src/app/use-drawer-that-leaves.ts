import { usePanes } from '@bureau/ui';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** For a pane that may lie over the others where there is little room: it leaves once it has led somewhere. */
export function useDrawerThatLeaves(): void {
  const { open } = usePanes();
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    open(null);
  }, [pathname, open]);
}
