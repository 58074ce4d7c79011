import { Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useComposerWishes } from '../../pieces/composer-wishes.ts';
import type { ComposerWish } from '../../pieces/composer-wishes.ts';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers, Desk } from '../../testing/a-desk.ts';
import { aFoundArticle } from '../../testing/article-facts.ts';
import { aCase } from '../../testing/facts.ts';
import { aMacro } from '../../testing/macro-facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SlashMenu } from './slash-menu.tsx';

const supportCase = aCase({ id: 1042, language: 'de' });
const inserted = {
  articleId: 7,
  language: 'de',
  subject: 'Entkalken',
  html: '<p>Salz einfüllen.</p>',
  text: 'Salz einfüllen.',
  url: null,
  internal: false,
  uploads: [],
  missing: [],
};

let place: HTMLElement;
let editor: Editor;
let wishes: ComposerWish[];
afterEach(() => {
  editor.destroy();
  place.remove();
});

function Sheet() {
  useComposerWishes(1042, (wish) => wishes.push(wish));
  return (
    <section aria-label="Sheet">
      <SlashMenu supportCase={supportCase} editor={editor} />
    </section>
  );
}

/** Articles are found by quickcode as the desk does it. */
function found(request: { query: URLSearchParams }) {
  const q = request.query.get('q') ?? '';
  const all = [
    aFoundArticle(),
    aFoundArticle({
      id: 8,
      subject: 'Grind finer',
      quickcode: null,
      topic: { id: 2, name: 'Coffee', audience: 'public' },
    }),
  ];
  return json({ items: all.filter(({ quickcode }) => q === '' || quickcode?.startsWith(q)) });
}

async function write(text: string, answers: Answers = {}): Promise<Desk> {
  wishes = [];
  place = document.body.appendChild(document.createElement('div'));
  editor = new Editor({
    element: place,
    extensions: [StarterKit],
    editorProps: { attributes: { 'aria-label': 'Your reply' } },
  });
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'articles:view', 'macros:apply'] },
    'GET /macros': { items: [aMacro({ name: 'Refund' })] },
    'GET /articles/search': found,
    'POST /articles/7/insert': inserted,
    ...answers,
  });
  renderPart(desk, <Sheet />);
  await screen.findByRole('region', { name: 'Sheet' });
  await act(async () => {
    editor.view.focus();
    await Promise.resolve();
  });
  act(() => void editor.commands.insertContent(text));
  return desk;
}

describe('a stroke', () => {
  it('at the start of a line offers macros and articles, and says what each is', async () => {
    await write('/');
    await screen.findByRole('option', { name: /Grind finer/ });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Refund'),
      expect.stringMatching(/Descale the machine.*lime.*Machines/),
      expect.stringContaining('Grind finer'),
    ]);
    await expectAccessible();
  });

  it('within a sentence offers articles, and no macro that would act on the case', async () => {
    await write('Dear Ana, /');
    await screen.findByRole('option', { name: /Grind finer/ });
    expect(screen.queryByRole('option', { name: /Refund/ })).toBeNull();
  });

  it('with a whole quickcode means its article before any macro, however fast Enter comes', async () => {
    await write('/lime', { 'GET /macros': { items: [aMacro({ name: 'Lime and be done' })] } });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(wishes).toMatchObject([{ kind: 'insert', html: '<p>Salz einfüllen.</p>' }]));
  });

  it.each(['and/or', '5 / 3', 'https://larkspur.example', 'no stroke'])('within “%s” offers nothing', async (text) => {
    const desk = await write(text);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(desk.asked('GET /articles/search')).toEqual([]);
  });

  it('and a quickcode insert the article for this case with Enter, and are gone from the text', async () => {
    const desk = await write('Dear Ana, /lime');
    await screen.findByRole('option', { name: /Descale/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(wishes).toMatchObject([{ kind: 'insert', html: '<p>Salz einfüllen.</p>' }]));
    expect(desk.asked('POST /articles/7/insert')[0]?.body).toEqual({ caseId: 1042 });
    expect(desk.asked('GET /articles/search').at(-1)?.query.get('language')).toBe('de');
    expect(editor.getText()).toBe('Dear Ana, ');
  });

  it('takes what is known by heart, though Enter comes before the answer', async () => {
    await write('/lime');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(wishes).toHaveLength(1));
  });

  it('is walked through by arrows', async () => {
    const desk = await write('/', { 'POST /articles/8/insert': { ...inserted, articleId: 8 } });
    await screen.findByRole('option', { name: /Grind finer/ });
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByRole('option', { name: /Grind finer/ }).getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(desk.asked('POST /articles/8/insert')).toHaveLength(1));
  });

  it('stays as it is with Esc', async () => {
    await write('/lime');
    await screen.findByRole('option', { name: /Descale/ });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(editor.getText()).toBe('/lime');
  });

  it('that nothing answers to says so, and an Enter is one of the text', async () => {
    await write('/zzz');
    expect(await screen.findByText('Nothing fits “zzz”.')).not.toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(wishes).toEqual([]);
  });

  it('says when the article could not be inserted', async () => {
    await write('/lime', { 'POST /articles/7/insert': () => problem(404, 'article.not-found') });
    await screen.findByRole('option', { name: /Descale/ });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('The article was not inserted.')).not.toBeNull();
    expect(wishes).toEqual([]);
  });
});
