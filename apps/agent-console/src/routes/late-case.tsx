import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import type { CasePaneProps } from './case-pane.tsx';
import type { ContextPaneProps } from './context-pane.tsx';
import { late } from '../pieces/late/index.ts';

const load = () => import('./opened-case.ts');
/** The case itself comes after the list: at once where the address names one, otherwise when nothing else is to do. */
const when = /\/(?:cases\/[^/]+|search)\/\d+/.test(window.location.pathname) ? 'at once' : 'at rest';
const Pane = late(load, ({ CasePane }) => CasePane, when);
const Context = late(load, ({ ContextPane }) => ContextPane, when);

/** A case, in the shape of what comes until its code is here. */
export function LateCasePane(props: CasePaneProps) {
  return (
    <Suspense fallback={<Skeleton rows={8} shape="text" />}>
      <Pane {...props} />
    </Suspense>
  );
}

/** What stands beside a case. */
export function LateContextPane(props: ContextPaneProps) {
  return (
    <Suspense fallback={<Skeleton rows={4} shape="text" />}>
      <Context {...props} />
    </Suspense>
  );
}
