import type { ReactNode } from 'react';
import { CaseLocksProvider, useCaseLocks } from '../features/case-lock/index.ts';
import { CaseTabsProvider } from '../features/case-tabs/index.ts';
import { CaseWorkContext } from '../pieces/change-case/index.ts';

/** What outlasts a single case on the screen: the tabs, and which cases this window works on. */
export function CaseDesk({ children }: { children: ReactNode }) {
  return (
    <CaseTabsProvider>
      <CaseLocksProvider>
        <Working>{children}</Working>
      </CaseLocksProvider>
    </CaseTabsProvider>
  );
}

/** Whoever changes a case works on it. */
function Working({ children }: { children: ReactNode }) {
  const { work } = useCaseLocks();
  return <CaseWorkContext value={work}>{children}</CaseWorkContext>;
}
