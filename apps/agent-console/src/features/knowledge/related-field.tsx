import { articlesApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Members } from '../../pieces/members/index.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface RelatedFieldProps {
  article: Article;
  value: readonly number[];
  onChange: (ids: number[]) => void;
}

const OFFERED = '100';

/** What is named below an article before what the desk finds by itself. */
export function RelatedField({ article, value, onChange }: RelatedFieldProps) {
  const near = useRoute(articlesApi.list, { query: { limit: OFFERED, sort: 'subject' } }).data?.items ?? [];
  const known = near.map(({ id, subject, topic }) => ({ id, name: subject, detail: topic.name }));
  const named = article.related.filter(({ id }) => !known.some((one) => one.id === id));
  const all = [...known, ...named.map(({ id, subject }) => ({ id, name: subject }))].filter(
    ({ id }) => id !== article.id,
  );
  return (
    <Members
      label={words.related}
      help={words.relatedHelp}
      add={words.addRelated}
      none={words.noRelated}
      all={all}
      chosen={value}
      onChange={onChange}
    />
  );
}
