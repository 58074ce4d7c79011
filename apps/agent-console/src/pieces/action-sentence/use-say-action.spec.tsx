import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { anArticle, anArticleSummary, aTranslation } from '../../testing/article-facts.ts';
import { renderPart } from '../../testing/render-screen.tsx';
import { useSayAction } from './index.ts';

function Said({ articleId }: { articleId: number }) {
  const action = { type: 'insert-article', articleId } as const;
  return <p>{useSayAction([action])(action)}</p>;
}

function say(articleId: number, answers: Answers = {}): void {
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'articles:view'] },
    'GET /articles': { items: [anArticleSummary({ id: 7, subject: 'Descale the machine' })], next: 'more' },
    ...answers,
  });
  renderPart(desk, <Said articleId={articleId} />);
}

it('names an article of the first ones', async () => {
  say(7);
  expect(await screen.findByText(/Descale the machine/)).not.toBeNull();
});

it('names an article that is far down the list', async () => {
  const zinc = anArticle({ id: 9_999, translations: [aTranslation({ subject: 'Zinc in the water' })] });
  say(9_999, { 'GET /articles/9999': zinc });
  expect(await screen.findByText(/Zinc in the water/)).not.toBeNull();
});

it('says that an article is gone only when it is', async () => {
  say(12, { 'GET /articles/12': () => problem(404, 'article.not-found') });
  expect(await screen.findByText(/no longer|gone|deleted/i)).not.toBeNull();
});
