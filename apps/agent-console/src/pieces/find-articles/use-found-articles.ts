import { articlesApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useDeferredValue } from 'react';

const OFFERED = '20';

/** An article to choose. */
export interface FoundTitle {
  id: number;
  subject: string;
  topic: string;
}

export interface FoundArticles {
  articles: readonly FoundTitle[];
  /** The desk has answered, and has none at all. */
  isNone: boolean;
}

/**
 * What the desk finds for the words typed so far, the best first; without words those that begin the alphabet. Drafts
 * come behind what is published, unless only that is wanted.
 */
export function useFoundArticles(typed: string, { isPublished }: { isPublished: boolean }): FoundArticles {
  const mayView = can(useSession(), articlesApi.list);
  const q = useDeferredValue(typed.trim());
  const hasWords = q !== '';
  const best = useRoute(
    articlesApi.search,
    { query: { q, limit: OFFERED } },
    { enabled: mayView && hasWords, keepPrevious: true },
  );
  const query = {
    ...{ limit: OFFERED, sort: 'subject' as const },
    ...(isPublished && { state: 'published' as const }),
    ...(hasWords && { q }),
  };
  const isListed = !hasWords || !isPublished;
  const listed = useRoute(articlesApi.list, { query }, { enabled: mayView && isListed, keepPrevious: true });
  const first = hasWords ? (best.data?.items ?? []) : [];
  const others = isListed ? (listed.data?.items ?? []) : [];
  const all = [...first, ...others.filter(({ id }) => !first.some((one) => one.id === id))];
  return {
    articles: all.map(({ id, subject, topic }) => ({ id, subject, topic: topic.name })),
    isNone: !hasWords && listed.isSuccess && all.length === 0,
  };
}
