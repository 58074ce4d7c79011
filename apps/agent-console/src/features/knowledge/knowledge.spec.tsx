import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aFoundArticle, anArticle, anArticleSummary, aTopic, aTranslation } from '../../testing/article-facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { KnowledgePage } from './knowledge-page.tsx';

const site = { companyName: 'Larkspur', timeZone: 'Europe/Lisbon', languages: ['en', 'de'], defaultLanguage: 'en' };
const german = aTranslation({
  ...{ language: 'de', subject: 'Die Maschine entkalken', html: '<p>Salz einfüllen.</p>', outdated: true, version: 1 },
});

function show(
  item: string | null,
  { answers = {}, query = {} }: { answers?: Answers; query?: Record<string, string> } = {},
) {
  const went: unknown[] = [];
  const desk = aDesk({
    'GET /session': {
      ...mia,
      permissions: [...mia.permissions, 'articles:view', 'articles:write', 'articles:publish'],
    },
    'GET /site': site,
    'GET /brands': { items: [{ id: 1, name: 'Larkspur Coffee' }] },
    'GET /topics': { items: [aTopic(), aTopic({ id: 2, name: 'Orders', description: '' })] },
    'GET /articles': { items: [anArticleSummary()], next: null },
    'GET /articles/7': () => json(anArticle({ translations: [aTranslation(), german] }), 200),
    'GET /articles/7/votes': { items: [], next: null },
    ...answers,
  });
  renderPart(desk, <KnowledgePage item={item} query={query} go={(to) => void went.push(to)} />);
  return { desk, went };
}

describe('articles', () => {
  it('are listed with their topic and how they stand in each language', async () => {
    show(null);
    const row = (await screen.findByText('Descale the machine')).closest('tr');
    expect(row?.textContent).toContain('Machines');
    expect(within(row ?? document.body).queryByText('en · Published')).not.toBeNull();
    await expectAccessible();
  });

  it('are narrowed by words and by state, in an address that can be passed on', async () => {
    const { desk, went } = show(null, { query: { state: 'outdated' } });
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Find articles' }), 'lime');
    await waitFor(() => {
      const last = desk.asked('GET /articles').at(-1)?.query;
      expect([last?.get('q'), last?.get('outdated')]).toEqual(['lime', 'true']);
    });
    expect(went.at(-1)).toEqual({ query: { state: 'outdated', q: 'lime' }, replace: true });
  });

  it('begin as a draft below a topic', async () => {
    const { desk, went } = show('new', { answers: { 'POST /articles': () => json(anArticle({ id: 9 }), 201) } });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), 'Why is it cold?');
    await userEvent.click(screen.getByRole('button', { name: 'Save as a draft' }));
    await waitFor(() => expect(went).toEqual([{ item: '9', replace: true }]));
    expect(desk.asked('POST /articles')[0]?.body).toMatchObject({
      ...{ topicId: 1, language: 'en', subject: 'Why is it cold?', publishAt: null },
    });
  });

  it('begin in a language of the desk or of a brand that shows the topic', async () => {
    const french = aTopic({ id: 2, name: 'Orders', languages: ['en', 'fr'] });
    show('new', { answers: { 'GET /topics': { items: [aTopic({ languages: ['en'] }), french] } } });
    await screen.findByRole('textbox', { name: 'Title' });
    expect(screen.queryByRole('button', { name: /Language/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Topic/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Orders' }));
    await userEvent.click(await screen.findByRole('button', { name: /Language/ }));
    expect(await screen.findByRole('option', { name: 'French' })).not.toBeNull();
  });

  it('cannot begin without a topic: the way to one is shown', async () => {
    show('new', { answers: { 'GET /topics': { items: [] } } });
    expect(await screen.findByRole('link', { name: 'New topic' })).not.toBeNull();
  });
});

describe('a text', () => {
  it('is saved for its language, on what was read of it', async () => {
    const { desk } = show('7', {
      query: { language: 'de' },
      answers: {
        'GET /articles/7': () =>
          new Response(JSON.stringify(anArticle({ translations: [aTranslation(), german] })), {
            headers: { 'content-type': 'application/json', etag: '"5"' },
          }),
        'PUT /articles/7/translations/de': () => json(anArticle()),
      },
    });
    expect(await screen.findByText(/changed in English since/)).not.toBeNull();
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await userEvent.clear(title);
    await userEvent.type(title, 'Maschine entkalken');
    await userEvent.click(screen.getByRole('checkbox', { name: 'This text says the same again' }));
    await userEvent.click(within(title.closest('form') ?? document.body).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.asked('PUT /articles/7/translations/de')).toHaveLength(1));
    const [sent] = desk.asked('PUT /articles/7/translations/de');
    expect(sent?.headers.get('if-match')).toBe('"5"');
    expect(sent?.body).toMatchObject({ subject: 'Maschine entkalken', upToDate: true });
  });

  it('in a further language is removed once it is clear what is lost, and its first language is shown', async () => {
    const { desk, went } = show('7', {
      query: { language: 'de' },
      answers: { 'DELETE /articles/7/translations/de': () => json(anArticle()) },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove German' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove German?' }));
    expect(dialog.getByText('Its page, which customers can read now')).not.toBeNull();
    expect(desk.asked('DELETE /articles/7/translations/de')).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Remove German' }));
    await waitFor(() => expect(went).toEqual([{ item: '7', query: {}, replace: true }]));
    expect(desk.asked('DELETE /articles/7/translations/de')).toHaveLength(1);
  });

  it('that the desk does not remove stays, and it is said why', async () => {
    const { went } = show('7', {
      query: { language: 'de' },
      answers: { 'DELETE /articles/7/translations/de': () => problem(403, 'permission.denied') },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove German' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Remove German' }));
    expect(await dialog.findByRole('alert')).not.toBeNull();
    expect(went).toEqual([]);
  });

  it('is begun in a language that only a brand of its topic speaks', async () => {
    const answers = { 'GET /articles/7': anArticle({ languages: ['en', 'pt-BR'] }) };
    const { went } = show('7', { answers });
    await userEvent.click(await screen.findByRole('button', { name: /Add a language/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Brazilian Portuguese' }));
    expect(went).toEqual([{ item: '7', query: { language: 'pt-BR' }, replace: true }]);
  });

  it('comes back from an earlier version', async () => {
    const { desk } = show('7', {
      answers: {
        'GET /articles/7/translations/en/versions': {
          items: [
            { version: 3, subject: 'x', at: '2026-11-03T10:02:00Z', by: null, restores: null, added: 1, removed: 2 },
            { version: 2, subject: 'x', at: '2026-11-02T10:02:00Z', by: null, restores: null, added: 0, removed: 1 },
          ],
        },
        'POST /articles/7/translations/en/versions/2/restore': () => json(anArticle()),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /Version 3: history/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Bring version 2 back' }));
    expect(await screen.findByText('Version 2 is back.')).not.toBeNull();
    expect(desk.asked('POST /articles/7/translations/en/versions/2/restore')).toHaveLength(1);
  });

  it('is only read by somebody who may not change it', async () => {
    show('7', { answers: { 'GET /articles/7': anArticle({ editable: false, publishable: false }) } });
    expect(await screen.findByText('You may read this, and somebody else changes it.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('that is not there is said to be missing', async () => {
    show('7', { answers: { 'GET /articles/7': () => problem(404, 'article.not-found') } });
    expect(await screen.findByText(/There is no such article/)).not.toBeNull();
  });
});

describe('what is related', () => {
  it('is any other article, found by the desk while somebody types', async () => {
    const { desk } = show('7', {
      answers: {
        'GET /articles/search': ({ query }) =>
          json({ items: query.get('q') === 'zin' ? [aFoundArticle({ id: 9_999, subject: 'Zinc in the water' })] : [] }),
        'PATCH /articles/7': () => json(anArticle()),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Add an article' }));
    await userEvent.keyboard('zin');
    await userEvent.click(await screen.findByRole('menuitem', { name: /Zinc in the water/ }));
    await userEvent.keyboard('{Escape}');
    const side = within(screen.getByRole('complementary'));
    expect(await side.findByText('Zinc in the water')).not.toBeNull();
    await userEvent.click(side.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.asked('PATCH /articles/7')[0]?.body).toMatchObject({ relatedIds: [9_999] }));
  });
});

describe('topics', () => {
  it('change places by keyboard, and the desk is told the whole order', async () => {
    const { desk } = show('topics', { answers: { 'PUT /topics/order': { items: [] } } });
    (await screen.findByRole('button', { name: 'Move Orders up' })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(desk.asked('PUT /topics/order').at(-1)?.body).toEqual({ topicIds: [2, 1] }));
    await expectAccessible();
  });

  it('lose a name only once it is clear which', async () => {
    const text = { description: '', slug: 'x', updatedAt: '2026-11-03T10:02:00Z' };
    const topic = aTopic({
      translations: [
        { language: 'en', name: 'Machines', ...text },
        { language: 'de', name: 'Maschinen', ...text },
      ],
    });
    const { desk } = show('topic-1', {
      answers: { 'GET /topics/1': topic, 'DELETE /topics/1/translations/de': () => json(aTopic()) },
    });
    await userEvent.click(await screen.findByRole('tab', { name: 'German' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove German' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove German?' }));
    expect(dialog.getByText(/The name “Maschinen”/)).not.toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove German' }));
    await waitFor(() => expect(desk.asked('DELETE /topics/1/translations/de')).toHaveLength(1));
  });

  it('that have articles are deleted once it is said where those go', async () => {
    const { desk, went } = show('topic-1', {
      answers: { 'GET /topics/1': aTopic(), 'DELETE /topics/1': () => new Response(null, { status: 204 }) },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: /Its 2 articles go to/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Orders' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(went).toEqual([{ item: 'topics' }]));
    expect(desk.asked('DELETE /topics/1')[0]?.query.get('moveArticlesTo')).toBe('2');
  });
});
