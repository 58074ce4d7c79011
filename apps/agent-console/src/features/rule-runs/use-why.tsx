import type { FeedEvent } from '@bureau/contracts';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { useLocation, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { late } from '../../pieces/late/index.ts';
import { askedIn, whyAddress } from './why-address.ts';
import type { Asked } from './why-address.ts';
import { whyMenuWords as words } from './why-menu.words.ts';

const WhyDialog = late(
  () => import('./why-dialog.tsx'),
  (m) => m.WhyDialog,
  'at rest',
);

export interface Why {
  /** Asks why a rule did this. */
  ask: (event: FeedEvent) => void;
  /** For the menu of the case: asks why rules did something at all, or did not. */
  groups: readonly MenuGroup[];
  dialog: ReactNode;
}

/** Asks why rules did, or did not do, something to a case. What is asked stands in the address. */
export function useWhy(caseId: number): Why {
  const { show, asked } = useAsked();
  const { section, description, menu: label } = words;
  const askAll = () => show(null);
  useActions([{ id: 'case.why', keys: 'shift+y', section, description, icon: 'bolt', run: askAll }]);
  const actions = [{ id: 'why', label, icon: 'bolt' as const, keys: 'shift+y', onAction: askAll }];
  return {
    ask: ({ actor, sequence }) => show(actor.id === null ? null : { ruleId: actor.id, sequence }),
    groups: [{ id: 'why', actions }],
    dialog: asked !== undefined && (
      <Suspense>
        <WhyDialog caseId={caseId} asked={asked} onAskAll={askAll} onClose={() => show(undefined)} />
      </Suspense>
    ),
  };
}

function useAsked() {
  const { history } = useRouter();
  const { pathname, searchStr, hash } = useLocation();
  const show = (asked: Asked | null | undefined) =>
    history.replace(`${pathname}${searchStr}${asked === undefined ? '' : `#${whyAddress(asked)}`}`);
  return { asked: askedIn(hash), show };
}
