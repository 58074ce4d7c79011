import { usePanes } from '@bureau/ui';
import type { ReactNode } from 'react';
import { NavigationButton } from '../app/frame.tsx';
import { Live } from '../app/rail.tsx';

/** What stands above a list: its name, how much it holds, and whether it is live where the rail is out of sight. */
export function ListHead({ name, title, count }: { name: string; title?: string; count?: ReactNode }) {
  const { collapsed } = usePanes();
  return (
    <header className="list-head">
      <NavigationButton />
      <h1 className="bu-truncate" title={title}>
        {name}
      </h1>
      {count !== undefined && <span className="list-count bu-figures">{count}</span>}
      {collapsed.includes('rail') && <Live />}
    </header>
  );
}
