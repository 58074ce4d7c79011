import { articlesApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import type { Choice } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useState } from 'react';
import { useFoundArticles } from '../find-articles/index.ts';
import { actionsFieldWords as words } from './actions.words.ts';
import { UNCHOSEN } from './new-action.ts';

interface ChooseArticleProps {
  value: number;
  error: string | undefined;
  onChange: (articleId: number) => void;
}

/** One of the articles that may be sent to customers, found by typing. */
export function ChooseArticle({ value, error, onChange }: ChooseArticleProps) {
  const [typed, type] = useState('');
  const known = useKnown(value);
  // The field says what is chosen: nobody typed that to look for it.
  const { articles, isNone } = useFoundArticles(typed.trim() === known?.label ? '' : typed, { isPublished: true });
  const found = articles.map(({ id, subject, topic }): Choice => ({ id: String(id), label: subject, detail: topic }));
  const chosen = found.find(({ id }) => id === String(value)) ?? known;
  const choices = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  return (
    <ComboBox
      // The field takes the name of what is chosen when it is first drawn.
      key={value === UNCHOSEN || chosen ? 'known' : 'unknown'}
      aria-label={words.article}
      {...(isNone ? { placeholder: words.noArticles } : {})}
      choices={choices}
      value={value === UNCHOSEN ? null : String(value)}
      {...(error ? { error: value === UNCHOSEN ? words.choose.articleId : error } : {})}
      onSearch={type}
      onChange={(id) => onChange(id === null ? UNCHOSEN : Number(id))}
    />
  );
}

/** What is chosen, which may be far from what is found. */
function useKnown(articleId: number): Choice | null {
  const enabled = can(useSession(), articlesApi.read) && articleId !== UNCHOSEN;
  const read = useRoute(articlesApi.read, { params: { articleId } }, { enabled });
  const subject = enabled ? read.data?.translations[0]?.subject : undefined;
  return subject === undefined ? null : { id: String(articleId), label: subject };
}
