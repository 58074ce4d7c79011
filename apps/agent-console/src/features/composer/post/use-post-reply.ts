import { socialPostsApi } from '@bureau/contracts';
import type { Case, FeedItem, Network, ReplyAccount, ReplyOnNetwork, ReplyWay, ReplyWays } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useNow } from '@bureau/ui';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { networkOf } from '../../../plain/network-of.ts';
import type { Writing } from '../writing.ts';
import { fileTrouble } from './file-trouble.ts';
import type { FileTrouble } from './file-trouble.ts';
import { isPost } from './is-post.ts';
import { measure, MOST_POSTS } from './measure.ts';
import type { Measure } from './measure.ts';
import { useXRuler } from './use-x-ruler.ts';

/** An answer that leaves on a network, as it stands. */
export interface PostReply {
  network: Network;
  /** Absent until the desk has said how the case can be answered. */
  ways: ReplyWays | undefined;
  isLoading: boolean;
  error: Error | null;
  retry: () => void;
  account: ReplyAccount | null;
  /** Null: there is no way to answer there. */
  way: ReplyWay | null;
  measure: Measure | null;
  files: FileTrouble | null;
  isSplit: boolean;
  isSendable: boolean;
  /** As its writer sees it, so that it leaves in no other way. */
  wanted: ReplyOnNetwork;
}

/** How an answer leaves on the network of its case; null: it does not leave there. */
export function usePostReply(supportCase: Case, feed: readonly FeedItem[], writing: Writing): PostReply | null {
  const network = networkOf(supportCase);
  const isOn = isPost(supportCase, writing);
  const { accountId, answers, audience, split = false } = writing.post ?? {};
  const input = { params: { caseId: supportCase.id }, query: { accountId, answers } };
  const asked = useRoute(socialPostsApi.ways, input, { enabled: isOn, keepPrevious: true });
  const ways = asked.data;
  const way = wayOf(ways, audience);
  const minute = useMinuteWhile(way !== null && way.refusal !== null);
  useAskAgain(isOn && asked.isSuccess, `${lastSaidBy(feed)} ${minute}`, () => void asked.refetch());
  const ruler = useXRuler(isOn && way?.counting === 'x');
  const { text } = writing;
  const measured = useMemo(() => way && measure(text, way, ruler), [text, way, ruler]);
  if (network === null || !isOn) return null;

  const account = ways?.accounts.find(({ id }) => id === (accountId ?? ways.accountId)) ?? null;
  const files = way && fileTrouble(writing.uploads, way);
  const isSplit = split && (measured?.parts.length ?? 0) > 1;
  const fits = measured === null || measured.over === 0 || (isSplit && measured.parts.length <= MOST_POSTS);
  return {
    ...{ network, ways, account, way, files, isSplit, measure: measured },
    isLoading: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    isSendable: way !== null && way.refusal === null && files === null && fits,
    wanted: {
      ...(account && { accountId: account.id }),
      ...(way && { audience: way.audience }),
      ...(way?.answers && { answers: way.answers }),
      ...(isSplit && { split: true }),
    },
  };
}

/** In which way the writer chose to answer, else as the customer wrote last. */
function wayOf(ways: ReplyWays | undefined, audience: ReplyWay['audience'] | undefined): ReplyWay | null {
  return ways?.ways.find((way) => way.audience === audience) ?? ways?.ways[0] ?? null;
}

/** The sequence of what the customer said last: it may open, or prolong, a way to answer. */
function lastSaidBy(feed: readonly FeedItem[]): number {
  return feed.findLast((item) => item.kind === 'message' && item.direction === 'in')?.sequence ?? 0;
}

/** What was refused may be possible soon: the account is connected again, say. */
function useMinuteWhile(isRefused: boolean): number {
  const minute = Math.floor(useNow() / 60_000);
  return isRefused ? minute : 0;
}

function useAskAgain(isAsked: boolean, news: string, ask: () => void): void {
  const askNow = useEffectEvent(() => isAsked && ask());
  useEffect(() => void askNow(), [news]);
}
