import { useRealtimeState } from '@bureau/client';
import { usePanes } from '@bureau/ui';
import type { ReactNode } from 'react';
import { NavigationButton } from '../app/frame.tsx';
import { Live } from '../app/rail.tsx';

export interface ListHeadProps {
  name: string;
  title?: string;
  count?: ReactNode;
  /** What can be done with the list. */
  children?: ReactNode;
}

/**
 * What stands above a list: its name, how much it holds, and whether it is live: always while it is not, and where the
 * rail, which says it too, is out of sight.
 */
export function ListHead({ name, title, count, children }: ListHeadProps) {
  const { collapsed } = usePanes();
  const { kind } = useRealtimeState();
  return (
    <header className="list-head">
      <NavigationButton />
      <h1 className="bu-truncate" title={title}>
        {name}
      </h1>
      {count !== undefined && <span className="list-count bu-figures">{count}</span>}
      <span className="list-actions">
        {(kind !== 'live' || collapsed.includes('rail')) && <Live />}
        {children}
      </span>
    </header>
  );
}
