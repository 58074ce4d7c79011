import './cases-route.css';
import type { CaseView } from '@bureau/contracts';
import { useRoute, usePresenceMarks, useSession } from '@bureau/client';
import { casesApi, usersApi } from '@bureau/contracts';
import { EmptyState, usePanes, useShortcuts } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CaseList, caseListWords } from '../features/case-list/index.ts';
import type { RowPresence } from '../features/case-list/index.ts';
import { Frame, NavigationButton } from '../app/frame.tsx';
import { Live } from '../app/rail.tsx';
import { words } from '../app/words.ts';
import { CasePane } from './case-pane.tsx';
import { ContextPane } from './context-pane.tsx';
import { focusCase, focusList } from './focus.ts';
import { othersOf } from './presence.ts';

export interface CasesRouteProps {
  view: CaseView;
  caseId: number | null;
}

/** The list of a view beside the chosen case and its customer. */
export function CasesRoute({ view, caseId }: CasesRouteProps) {
  const navigate = useNavigate();
  const open = (id: number) =>
    void navigate({ to: '/cases/$view/{-$caseId}', params: { view, caseId: String(id) }, replace: caseId !== null });
  const leave = () => {
    focusList();
    if (window.matchMedia('(max-width: 720px)').matches) {
      void navigate({ to: '/cases/$view/{-$caseId}', params: { view, caseId: undefined } });
    }
  };
  useCaseShortcuts(leave);
  useEffect(() => {
    if (caseId === null) document.title = `${caseListWords.views[view]} · ${words.product}`;
  }, [view, caseId]);

  const hrefOf = (id: number) => `/cases/${view}/${id}`;
  const list = <ListPane view={view} caseId={caseId} onSelect={open} hrefOf={hrefOf} />;
  const main =
    caseId === null ? (
      <EmptyState icon="inbox">{words.noCase}</EmptyState>
    ) : (
      <CasePane key={caseId} caseId={caseId} onLeave={leave} />
    );
  const panes: Pane[] = [
    { id: 'list', name: words.list, width: 380, min: 300, max: 560, givesWay: 3, content: list },
    { id: 'case', name: words.case, role: 'main', min: 480, content: main },
  ];
  if (caseId !== null) {
    const content = <ContextPane caseId={caseId} hrefOf={(id) => `/cases/all/${id}`} />;
    panes.push({
      id: 'context',
      name: words.context,
      role: 'complementary',
      width: 300,
      min: 260,
      max: 420,
      givesWay: 1,
      content,
    });
  }
  const back = () => void navigate({ to: '/cases/$view/{-$caseId}', params: { view, caseId: undefined } });
  return (
    <Frame panes={panes} current={caseId === null ? 'list' : 'case'} onBack={caseId === null ? undefined : back} />
  );
}

interface ListPaneProps extends CasesRouteProps {
  onSelect: (caseId: number) => void;
  hrefOf: (caseId: number) => string;
}

function ListPane({ view, caseId, onSelect, hrefOf }: ListPaneProps) {
  const counts = useRoute(casesApi.counts, {});
  const count = counts.data?.items.find((item) => item.view === view);
  const { collapsed } = usePanes();
  const presenceOf = useListPresence();
  return (
    <>
      <header className="list-head">
        <NavigationButton />
        <h1>{caseListWords.views[view]}</h1>
        {count && (
          <span className="list-count bu-figures">
            {count.count}
            {count.more && words.more}
          </span>
        )}
        {collapsed.includes('rail') && <Live />}
      </header>
      <CaseList
        key={view}
        view={view}
        selectedId={caseId}
        onSelect={onSelect}
        onEnter={focusCase}
        hrefOf={hrefOf}
        presenceOf={presenceOf}
      />
    </>
  );
}

/** Who else is at which case, by name. */
function useListPresence(): (caseId: number) => RowPresence | undefined {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const marks = usePresenceMarks();
  return (caseId) => othersOf(marks(caseId), users.data?.items ?? [], user.id);
}

function useCaseShortcuts(leave: () => void): void {
  const { case: section, back: description, focusList: into } = words.shortcuts;
  useShortcuts([
    { id: 'case.back', keys: 'u', section, description, run: leave },
    { id: 'case.leave', keys: 'escape', section, description, run: leave, inFields: true },
    { id: 'list.focus', keys: '/', section, description: into, run: focusList },
  ]);
}
