import type { Article } from '@bureau/contracts';
import { useState } from 'react';
import { useFoundArticles } from '../../pieces/find-articles/index.ts';
import { Members } from '../../pieces/members/index.ts';
import type { Member } from '../../pieces/members/index.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface RelatedFieldProps {
  article: Article;
  value: readonly number[];
  onChange: (ids: number[]) => void;
}

/** What is named below an article before what the desk finds by itself: any other article, found by typing. */
export function RelatedField({ article, value, onChange }: RelatedFieldProps) {
  const [typed, type] = useState('');
  const [added, add] = useState<readonly Member[]>([]);
  const { articles } = useFoundArticles(typed, { isPublished: false });
  const found = articles
    .filter(({ id }) => id !== article.id)
    .map(({ id, subject, topic }) => ({ id, name: subject, detail: topic }));
  const named = [...added, ...article.related.map(({ id, subject }) => ({ id, name: subject }))];
  const chosen = named.filter(({ id }) => value.includes(id) && !found.some((one) => one.id === id));
  const change = (ids: number[]) => {
    // What was found for these words may not be found for the next ones.
    add([...added, ...found.filter(({ id }) => ids.includes(id) && !value.includes(id))]);
    onChange(ids);
  };
  return (
    <Members
      label={words.related}
      help={words.relatedHelp}
      add={words.addRelated}
      none={words.noRelated}
      all={[...found, ...chosen]}
      onSearch={type}
      chosen={value}
      onChange={change}
    />
  );
}
