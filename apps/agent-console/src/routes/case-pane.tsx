import { casesApi, usersApi } from '@bureau/contracts';
import type { AfterSend, Case } from '@bureau/contracts';
import { isProblem, usePresence, useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, PresenceMark, Skeleton } from '@bureau/ui';
import { useEffect, useRef, useState } from 'react';
import { useLiveCase } from '../app/live.tsx';
import { words } from '../app/words.ts';
import { CaseFeed, useFeed, useMessagePicking } from '../features/case-feed/index.ts';
import { useWhy } from '../features/rule-runs/index.ts';
import { LockBanner, useCaseLock } from '../features/case-lock/index.ts';
import { SplitBar } from '../features/case-split/index.ts';
import { useCaseTabs } from '../features/case-tabs/index.ts';
import { Composer, outgoingMessage, useUndoSend } from '../features/composer/index.ts';
import type { Writing } from '../features/composer/index.ts';
import { SuggestedBanner } from '../features/intake/index.ts';
import { useNextCase } from '../pieces/next-case/index.ts';
import { accountOfCase } from './account-of-case.ts';
import { CaseHead } from './case-head.tsx';
import { caseWords } from './case.words.ts';
import { othersOf } from './presence.ts';
import { useCaseMenus } from './use-case-menus.tsx';
import type { CaseMenus } from './use-case-menus.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';

export interface CasePaneProps {
  caseId: number;
  hrefOf: (caseId: number) => string;
  /** Leads to another case. */
  onOpen: (caseId: number) => void;
  onLeave: () => void;
  /** Puts the case away: it is gone. */
  onClose: () => void;
}

/** One case: head, what was said and done, and the reply. */
export function CasePane({ caseId, onClose, ...rest }: CasePaneProps) {
  useLiveCase(caseId);
  const supportCase = useRoute(casesApi.get, { params: { caseId } });
  if (isProblem(supportCase.error, 'case.not-found')) {
    return (
      <EmptyState icon="alert" action={<Button onPress={onClose}>{caseWords.closeTab}</Button>}>
        {words.caseMissing}
      </EmptyState>
    );
  }
  if (supportCase.data) return <OpenedCase supportCase={supportCase.data} {...rest} />;
  if (supportCase.isPending) return <Skeleton rows={8} shape="text" />;
  return (
    <ErrorState
      what={words.caseFailed}
      safe={words.caseSafe}
      onRetry={() => void supportCase.refetch()}
      isRetrying={supportCase.isFetching}
    />
  );
}

type OpenedCaseProps = Omit<CasePaneProps, 'caseId' | 'onClose'> & { supportCase: Case };

function OpenedCase({ supportCase, hrefOf, onOpen, onLeave }: OpenedCaseProps) {
  const { user } = useSession();
  const { id: caseId, subject } = supportCase;
  const feed = useFeed(caseId);
  const [sent, setSent] = useState<Writing | null>(null);
  const [revision, setRevision] = useState(0);
  const undo = useUndoSend(caseId, () => setRevision((number) => number + 1));
  const { lock, isWriting, onWriting, onSending, onAnswered } = useWork(supportCase);
  const why = useWhy(caseId);
  const menus = useCaseMenus({ supportCase, feed: feed.items, onOpen, why });
  const splitting = useSplitting(menus.splitOff);
  const presence = useOthers(caseId, isWriting);
  const next = useNextCase();
  useKeptScroll(caseId, feed.isComplete);
  useEffect(() => {
    document.title = `#${caseId} ${subject} · ${words.product}`;
  }, [caseId, subject]);

  const onSent = (where: AfterSend) => {
    if (where === 'next') void next();
    if (where === 'list') onLeave();
  };
  return (
    <div className="case">
      <CaseHead
        supportCase={supportCase}
        menus={menus}
        lock={lock}
        presence={presence}
        hrefOf={hrefOf}
        account={accountOfCase(feed.items)}
      />
      {supportCase.suggestedCount > 0 && (
        <SuggestedBanner caseId={caseId} hrefOf={(intakeId) => `/intake/${intakeId}`} />
      )}
      <CaseFeed
        supportCase={supportCase}
        feed={feed}
        outgoing={sent && outgoingMessage(sent, supportCase, user)}
        onUndo={(deliveryId) => void undo(deliveryId)}
        onWhy={why.ask}
        {...splitting.feed}
      />
      {splitting.bar}
      {presence && lock.heldBy === null && <PresenceMark kind="writing" names={presence.writing} />}
      <LockBanner lock={lock} />
      {feed.isComplete && (
        <Composer
          supportCase={supportCase}
          feed={feed.items}
          revision={revision}
          onUndo={(deliveryId) => void undo(deliveryId)}
          onSending={(writing) => {
            setSent(writing);
            if (writing !== null) onSending();
          }}
          onAnswered={onAnswered}
          onWriting={onWriting}
          onSent={onSent}
          onTakeOver={lock.mayTakeOver ? lock.takeOver : undefined}
          onRestore={menus.actions.toggleTrash ?? undefined}
          onLeave={onLeave}
        />
      )}
    </div>
  );
}

/** Picks in the feed what becomes a case of its own, from the menu of a message on. */
function useSplitting(splitOff: CaseMenus['splitOff']) {
  const { picking, begin, end } = useMessagePicking();
  if (splitOff === null) return { feed: {}, bar: null };
  if (picking === null) return { feed: { onSplitOff: begin }, bar: null };
  const split = () => {
    splitOff(picking);
    end();
  };
  const count = picking.messageIds.size + picking.noteIds.size;
  return { feed: { picking }, bar: <SplitBar count={count} onSplit={split} onCancel={end} /> };
}

/** Whoever writes works on the case: it is taken for her, and kept as a tab. */
function useWork({ id: caseId, subject }: Case) {
  const lock = useCaseLock(caseId);
  const tabs = useCaseTabs();
  const [isWriting, setWriting] = useState(false);
  const hasWrittenOn = useRef(false);
  const onWriting = (writes: boolean) => {
    setWriting(writes);
    if (!writes) return;
    hasWrittenOn.current = true;
    lock.take();
    tabs.keep(caseId, subject);
  };
  const onSending = () => {
    hasWrittenOn.current = false;
  };
  // Done for now, unless the next words were begun before the desk had answered.
  const onAnswered = () => {
    if (!hasWrittenOn.current) lock.free();
  };
  return { lock, isWriting, onWriting, onSending, onAnswered };
}

function useOthers(caseId: number, isWriting: boolean) {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const people = usePresence(caseId, isWriting ? 'writing' : 'viewing');
  return othersOf(people, users.data?.items ?? [], user.id);
}
