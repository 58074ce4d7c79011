import './cases-route.css';
import { EmptyState, useShortcuts } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import type { ReactNode } from 'react';
import { Frame } from '../app/frame.tsx';
import { words } from '../app/words.ts';
import { CasePane } from './case-pane.tsx';
import { ContextPane } from './context-pane.tsx';
import { focusList } from './focus.ts';

export interface CaseFrameProps {
  list: ReactNode;
  caseId: number | null;
  hrefOf: (caseId: number) => string;
  /** Shows the list alone, where there is room for one pane. */
  onBack: () => void;
}

/** A list of cases beside the chosen one and its customer. */
export function CaseFrame({ list, caseId, hrefOf, onBack }: CaseFrameProps) {
  const leave = () => {
    focusList();
    if (window.matchMedia('(max-width: 720px)').matches) onBack();
  };
  const { case: section, back: description } = words.shortcuts;
  useShortcuts([
    { id: 'case.back', keys: 'u', section, description, run: leave },
    { id: 'case.leave', keys: 'escape', section, description, run: leave, inFields: true },
  ]);
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
    const content = <ContextPane caseId={caseId} hrefOf={hrefOf} />;
    const measures = { width: 300, min: 260, max: 420, givesWay: 1 } as const;
    panes.push({ id: 'context', name: words.context, role: 'complementary', ...measures, content });
  }
  return (
    <Frame panes={panes} current={caseId === null ? 'list' : 'case'} onBack={caseId === null ? undefined : onBack} />
  );
}
