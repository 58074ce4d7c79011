import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import type { CasePaneProps } from './case-pane.tsx';
import type { ContextPaneProps } from './context-pane.tsx';
import { late } from '../pieces/late/index.ts';

const load = () => import('./opened-case.ts');
const Pane = late(() => load().then(({ CasePane }) => ({ default: CasePane })));
const Context = late(() => load().then(({ ContextPane }) => ({ default: ContextPane })));

/** The case itself comes after the list: at once where the address names one, otherwise when nothing else is to do. */
export function loadCase(): void {
  void load().catch(() => undefined);
}

if (/\/(?:cases\/[^/]+|search)\/\d+/.test(window.location.pathname)) loadCase();
else (window.requestIdleCallback ?? window.setTimeout)(loadCase);

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
