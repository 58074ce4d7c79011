import { articlesApi } from '@bureau/contracts';
import type { Action } from '@bureau/contracts';
import { can, isProblem, keyOf, useClient, useRoute, useSession } from '@bureau/client';
import { referencesOf } from '@bureau/domain';
import { useQueries } from '@tanstack/react-query';

const FIRST = { query: { limit: '100', sort: 'subject', state: 'published' } } as const;

/** What an article is called; null: there is none any more; undefined: nobody knows yet. */
export type ArticleName = (articleId: number) => string | null | undefined;

/** What the articles of these actions are called: most are among the first hundred, each other one is asked for. */
export function useArticleNames(actions: readonly Action[]): ArticleName {
  const client = useClient();
  const mayView = can(useSession(), articlesApi.list);
  const first = useRoute(articlesApi.list, FIRST, { enabled: mayView }).data;
  const meant = referencesOf(actions).flatMap(({ to, id }) => (to === 'article' && id !== 0 ? [id] : []));
  const others = first ? [...new Set(meant)].filter((id) => !first.items.some((article) => article.id === id)) : [];
  const read = useQueries({
    queries: others.map((articleId) => ({
      queryKey: keyOf(articlesApi.read, { params: { articleId } }),
      queryFn: () => client.call(articlesApi.read, { params: { articleId } }),
    })),
  });
  return (id) => {
    const known = first?.items.find((article) => article.id === id);
    if (known) return known.subject;
    const answer = read[others.indexOf(id)];
    if (answer?.data) return answer.data.deletedAt === null ? (answer.data.translations[0]?.subject ?? null) : null;
    return isProblem(answer?.error, 'article.not-found') ? null : undefined;
  };
}
