import { safeHtml } from '@bureau/cases';
import { expect, it } from 'vitest';
import { KNOWLEDGE } from './index.ts';
import { CENTER_LANGUAGES } from './knowledge.ts';

const articles = KNOWLEDGE.flatMap((topic) => topic.articles);

it('is written as the desk’s own cleaner would leave it', () => {
  for (const { texts } of articles) {
    for (const language of CENTER_LANGUAGES) {
      const { html } = texts[language] ?? texts.en;
      expect(safeHtml(html)).toBe(html);
    }
  }
});

it('is told in every language wherever visitors read it, and has quickcodes of its own', () => {
  const forVisitors = articles.filter(({ internal }) => !internal);
  expect(forVisitors).toHaveLength(12);
  for (const { texts } of forVisitors) expect(Object.keys(texts)).toEqual([...CENTER_LANGUAGES]);
  expect(new Set(articles.map(({ quickcode }) => quickcode)).size).toBe(articles.length);
});
