import type { Case, FeedItem } from '@bureau/contracts';
import type { MenuGroup } from '@bureau/ui';
import type { ReactNode } from 'react';
import { useCaseMenu } from '../features/case-actions/index.ts';
import type { CaseActions } from '../features/case-actions/index.ts';
import { useHistoryMenu } from '../features/case-history/index.ts';
import { useLinksMenu } from '../features/case-links/index.ts';
import { useMergeMenu } from '../features/case-merge/index.ts';
import type { Why } from '../features/rule-runs/index.ts';
import { useSplitMenu } from '../features/case-split/index.ts';
import type { SplitMenu } from '../features/case-split/index.ts';

export interface CaseMenus {
  /** For the menu of the case: what is for me, then what regroups cases, then what leads away. */
  groups: readonly MenuGroup[];
  actions: CaseActions;
  /** Asks how to split off what was picked in the feed; null: not to be split. */
  splitOff: SplitMenu['splitOff'];
  /** The dialogs that the entries open. */
  dialogs: ReactNode;
}

export interface CaseMenusOf {
  supportCase: Case;
  feed: readonly FeedItem[];
  onOpen: (caseId: number) => void;
  why: Why;
}

/** Everything that can be done with a case besides writing, gathered from the features that do it. */
export function useCaseMenus({ supportCase, feed, onOpen, why }: CaseMenusOf): CaseMenus {
  const own = useCaseMenu(supportCase);
  const history = useHistoryMenu(supportCase, why.ask);
  const links = useLinksMenu(supportCase);
  const merge = useMergeMenu(supportCase, onOpen);
  const split = useSplitMenu(supportCase, feed, onOpen);
  return {
    actions: own.actions,
    splitOff: split.splitOff,
    groups: [
      ...own.forMe,
      ...history.groups,
      ...links.groups,
      ...why.groups,
      ...merge.groups,
      ...split.groups,
      ...own.away,
    ],
    dialogs: (
      <>
        {history.dialog}
        {links.dialog}
        {why.dialog}
        {merge.dialog}
        {split.dialog}
      </>
    ),
  };
}
