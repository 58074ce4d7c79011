import { articlesApi } from '@bureau/contracts';
import type { Case, FoundArticle } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { foundMacros, useMacros } from '../../pieces/macros/index.ts';
import type { MacroRow } from '../../pieces/macros/index.ts';
import type { SlashQuery } from './slash-query.ts';

/** What a stroke offers. */
export type SlashRow =
  | { kind: 'macro'; id: string; macro: MacroRow['macro']; marks: MacroRow['marks'] }
  | { kind: 'article'; id: string; article: FoundArticle };

const MACROS = 5;
const ARTICLES = 5;

/**
 * What fits the words behind a stroke. Whose quickcode they are comes first; then the macros, which are known at once, so
 * that hardly a row moves when the desk answers about articles. Macros act on the case: within a sentence none is meant.
 */
export function useSlashRows(
  { brand, language }: Case,
  { typed, beginsLine }: Pick<SlashQuery, 'typed' | 'beginsLine'>,
): { rows: readonly SlashRow[]; isLooking: boolean } {
  const session = useSession();
  const { macros, answer } = useMacros();
  const q = typed.trim();
  const query = { q, brandId: String(brand.id), limit: '20', ...(language && { language }) };
  const mayInsert = can(session, articlesApi.search);
  const found = useRoute(articlesApi.search, { query }, { enabled: mayInsert, keepPrevious: true });
  const articles = (found.data?.items ?? [])
    .filter((article) => fits(article, q.toLowerCase(), found.isPlaceholderData))
    .slice(0, ARTICLES)
    .map((article) => ({ kind: 'article' as const, id: `article-${article.id}`, article }));
  const meant = articles.filter(({ article }) => article.quickcode === q.toLowerCase());
  const acting = (beginsLine ? foundMacros(macros, typed) : [])
    .slice(0, MACROS)
    .map(({ macro, marks }) => ({ kind: 'macro' as const, id: `macro-${macro.id}`, macro, marks }));
  return {
    rows: [...meant, ...acting, ...articles.filter((row) => !meant.includes(row))],
    isLooking: (beginsLine && answer.isLoading) || (mayInsert && (found.isLoading || found.isPlaceholderData)),
  };
}

/** By quickcode or title: words deep in a text are for the search. Marks of an earlier answer are of earlier words. */
function fits({ quickcode, subject, subjectMarks }: FoundArticle, typed: string, isEarlier: boolean): boolean {
  if (typed === '' || quickcode?.startsWith(typed)) return true;
  return isEarlier ? subject.toLowerCase().includes(typed) : subjectMarks.length > 0;
}
