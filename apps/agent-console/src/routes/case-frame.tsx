import './cases-route.css';
import { casesApi } from '@bureau/contracts';
import { isProblem, useRoute, useSession } from '@bureau/client';
import { EmptyState, useActions } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import { Frame } from '../app/frame.tsx';
import { words } from '../app/words.ts';
import { useCaseLocks } from '../features/case-lock/index.ts';
import { CaseTabs, useCaseTabs } from '../features/case-tabs/index.ts';
import { hasDraft } from '../features/composer/index.ts';
import { focusList } from './focus.ts';
import { LateCasePane, LateContextPane } from './late-case.tsx';
import { useKeepingList } from './use-keeping-list.ts';

export interface CaseFrameProps {
  list: ReactNode;
  caseId: number | null;
  hrefOf: (caseId: number) => string;
  /** Shows the list alone, where there is room for one pane. */
  onBack: () => void;
  /** The list has columns: while no case is open it takes all the room. */
  isListWide?: boolean;
}

/** A list of cases beside the chosen one and its customer. */
export function CaseFrame({ list, caseId, hrefOf, onBack, isListWide = false }: CaseFrameProps) {
  const tabs = useCaseTabs();
  const router = useRouter();
  const keeping = useKeepingList((id) => tabs.keep(id));
  useLettingGo(caseId);
  const isGone = useIsGone(caseId);
  const leave = () => {
    focusList();
    if (window.matchMedia('(max-width: 720px)').matches) onBack();
  };
  const { case: section, back: description } = words.shortcuts;
  useActions([
    { id: 'case.back', keys: 'u', section, description, icon: 'back', run: leave },
    { id: 'case.leave', keys: 'escape', section, description, run: leave, inFields: true, isKeyOnly: true },
  ]);
  const close = () => {
    if (caseId !== null) tabs.close(caseId);
    onBack();
  };
  const main = (
    <>
      <TabsOf caseId={caseId} hrefOf={hrefOf} onBack={onBack} />
      {caseId === null ? (
        <EmptyState icon="inbox">{words.noCase}</EmptyState>
      ) : (
        <LateCasePane
          key={caseId}
          caseId={caseId}
          hrefOf={hrefOf}
          onOpen={(id) => router.history.push(hrefOf(id))}
          onLeave={leave}
          onClose={close}
        />
      )}
    </>
  );
  const keepingList = (
    <div className="list-keeping" {...keeping}>
      {list}
    </div>
  );
  const alone: Pane = { id: 'list', name: words.list, role: 'main', min: 480, content: keepingList };
  const beside: Pane[] = [
    { id: 'list', name: words.list, width: 380, min: 300, max: 560, givesWay: 3, content: keepingList },
    { id: 'case', name: words.case, role: 'main', min: 480, content: main },
  ];
  const panes = isListWide && caseId === null ? [alone] : beside;
  if (caseId !== null && !isGone) {
    const content = <LateContextPane caseId={caseId} hrefOf={hrefOf} />;
    const measures = { width: 300, min: 260, max: 420, givesWay: 1 } as const;
    panes.push({ id: 'context', name: words.context, role: 'complementary', ...measures, content });
  }
  return (
    <Frame panes={panes} current={caseId === null ? 'list' : 'case'} onBack={caseId === null ? undefined : onBack} />
  );
}

/** The tabs above the case; they lead to another case beside the same list. */
function TabsOf({ caseId, hrefOf, onBack }: Pick<CaseFrameProps, 'caseId' | 'hrefOf' | 'onBack'>) {
  const { user } = useSession();
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const locks = useCaseLocks();
  const hrefHere = (id: number) => (pathname.startsWith('/search') ? `/search/${id}${searchStr}` : hrefOf(id));
  return (
    <CaseTabs
      current={caseId}
      hasDraft={(id) => hasDraft(window.localStorage, user.id, id)}
      hrefOf={hrefHere}
      onOpen={(id) => router.history.push(hrefHere(id))}
      onClose={locks.free}
      onLastClosed={onBack}
    />
  );
}

/** Nothing stands beside a case that is not there, or that this reader may not see. */
function useIsGone(caseId: number | null): boolean {
  const { error } = useRoute(casesApi.get, { params: { caseId: caseId ?? 0 } }, { enabled: caseId !== null });
  return isProblem(error, 'case.not-found');
}

/** A case that was only looked at is let go when another takes its place; a tab keeps its case. */
function useLettingGo(caseId: number | null): void {
  const tabs = useCaseTabs();
  const locks = useCaseLocks();
  const letGo = useEffectEvent((left: number) => {
    if (!tabs.has(left)) locks.free(left);
  });
  useEffect(() => {
    if (caseId === null) return;
    return () => letGo(caseId);
  }, [caseId]);
}
