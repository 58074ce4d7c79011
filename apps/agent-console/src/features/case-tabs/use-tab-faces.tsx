import { casesApi } from '@bureau/contracts';
import type { Case, CaseStatus } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useRoom } from '@bureau/client';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tabsWords as words } from './case-tabs.words.ts';
import type { CaseTab } from './tab-list.ts';
import { useCaseTabs } from './use-case-tabs.tsx';

/** How a tab looks. */
export interface TabFace {
  caseId: number;
  title: string;
  /** Null while it is not known, and of a case that is gone. */
  status: CaseStatus | null;
  isCurrent: boolean;
  isKept: boolean;
  isGone: boolean;
  /** The customer wrote since this reader looked last. */
  hasNews: boolean;
  hasDraft: boolean;
}

interface Given {
  current: number | null;
  hasDraft: (caseId: number) => boolean;
}

/** The tabs in their order, each with what is known of its case; what is new about the one in front counts as seen. */
export function useTabFaces({ current, hasDraft }: Given): readonly TabFace[] {
  const client = useClient();
  const { open, note } = useCaseTabs();
  const isPreview = current !== null && open.every(({ caseId }) => caseId !== current);
  const tabs: readonly CaseTab[] = isPreview ? [...open, { caseId: current, title: '', seen: null }] : open;
  const cases = useQueries({
    queries: tabs.map(({ caseId }) => ({
      queryKey: keyOf(casesApi.get, { params: { caseId } }),
      queryFn: ({ signal }: { signal: AbortSignal }) => client.call(casesApi.get, { params: { caseId } }, { signal }),
    })),
  });
  useEffect(() => {
    tabs.forEach((tab, index) => {
      const supportCase = cases[index]?.data;
      if (supportCase) note(tab.caseId, seenOf(tab, supportCase, tab.caseId === current));
    });
  });
  return tabs.map((tab, index) => {
    const { data, error } = cases[index] ?? {};
    const isCurrent = tab.caseId === current;
    const isGone = isProblem(error, 'case.not-found');
    return {
      caseId: tab.caseId,
      title: data ? data.subject || words.noSubject : tab.title || (isGone ? words.gone : ''),
      status: isGone ? null : (data?.status ?? null),
      isCurrent,
      isKept: !(isPreview && isCurrent),
      isGone,
      hasNews: !isCurrent && isNewer(data?.receivedAt, tab.seen),
      hasDraft: hasDraft(tab.caseId),
    };
  });
}

function seenOf(tab: CaseTab, { subject, receivedAt }: Case, isCurrent: boolean) {
  const isFirst = tab.seen === null;
  return { title: subject || words.noSubject, ...((isCurrent || isFirst) && { seen: receivedAt ?? '' }) };
}

function isNewer(receivedAt: string | null | undefined, seen: string | null): boolean {
  if (!receivedAt || seen === null) return false;
  return seen === '' || Date.parse(receivedAt) > Date.parse(seen);
}

/** Keeps a case in the background true, so that its tab tells the news and opens from what is already here. */
export function WatchCase({ caseId }: { caseId: number }) {
  const queries = useQueryClient();
  const params = { caseId };
  useRoom(`case:${caseId}`, () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params }) }),
      queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params }) }),
    ]),
  );
  return null;
}
