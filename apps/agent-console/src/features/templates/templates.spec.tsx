import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { TemplatesPage } from './index.ts';

const reply = {
  kind: 'reply',
  brandId: null,
  subject: '',
  html: '<p>Dear {{customer.first_name}},</p>\n{{message}}\n{{signature}}',
  origin: 'own',
  updatedAt: '2026-11-03T10:02:00.000+00:00',
  updatedBy: { id: 6, name: 'Mia Lindqvist' },
};
const builtIn = { ...reply, html: '{{message}}', origin: 'built-in', updatedAt: null, updatedBy: null };
const brand = { id: 2, name: 'Larkspur', slug: 'larkspur', signature: 'The Larkspur team', defaultMailboxId: null };
const mail = { subject: 'Re: The espresso machine leaks', html: '<p>Dear Ana</p>', text: 'Dear Ana' };

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'settings:manage', 'brands:manage'] },
    'GET /templates': { items: [reply, { ...builtIn, kind: 'forward' }] },
    'GET /templates/reply': reply,
    'GET /brands': { items: [brand] },
    'GET /custom-fields': {
      items: [{ id: 1, owner: 'case', key: 'size', label: 'Size', type: 'text', choices: [], active: true }],
    },
    'POST /templates/preview': mail,
    ...answers,
  });

const page = (item: string | null, query: Record<string, string> = {}, go = () => undefined) => (
  <TemplatesPage item={item} query={query} go={go} />
);

it('lists what each brand says, and its signature', async () => {
  const went: unknown[] = [];
  renderPart(aDeskOfAda(), page(null, {}, ((to: unknown) => void went.push(to)) as never));
  const row = await screen.findByRole('row', { name: /^Reply/ });
  expect(row.textContent).toContain('Own words');
  expect(row.textContent).toContain('Mia Lindqvist');
  expect((await screen.findByRole('row', { name: /Larkspur/ })).textContent).toContain('The Larkspur team');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: /^Reply/ }));
  expect(went).toEqual([{ item: 'reply', query: {} }]);
});

it('is written like a letter, with placeholders from a menu, and shows the mail', async () => {
  const desk = aDeskOfAda({ 'PUT /templates/reply': reply });
  renderPart(desk, page('reply'));
  const source = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Template' });
  expect(source.value).toBe('Dear {{customer.first_name}},\n\n{{message}}\n{{signature}}');
  await screen.findByText('Re: The espresso machine leaks');
  await userEvent.click(source);
  await userEvent.click(screen.getByRole('button', { name: 'Insert a placeholder' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /Number of the case/ }));
  expect(source.value).toContain('{{case.id}}');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  expect(desk.asked('PUT /templates/reply')[0]?.body).toMatchObject({ html: expect.stringContaining('{{case.id}}') });
  // Within jsdom a sandboxed frame cannot be looked into.
  await userEvent.click(screen.getByRole('tab', { name: 'As plain text' }));
  await expectAccessible();
});

it('says beside the field which placeholder there is not', async () => {
  const errors = [
    { path: 'html', message: 'There is no placeholder {{customer.nmae}}; did you mean {{customer.name}}?' },
  ];
  const desk = aDeskOfAda({ 'PUT /templates/reply': () => problem(422, 'request.invalid', 'Wrong', { errors }) });
  renderPart(desk, page('reply'));
  const source = await screen.findByRole('textbox', { name: 'Template' });
  await userEvent.type(source, 'x');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/did you mean/);
  expect(document.activeElement).toBe(source);
});

it('keeps the last mail while a placeholder is half typed', async () => {
  const desk = aDeskOfAda();
  renderPart(desk, page('reply'));
  await screen.findByText('Re: The espresso machine leaks');
  desk.answer({ 'POST /templates/preview': () => problem(422, 'request.invalid', 'A {{ is never closed.') });
  await userEvent.type(screen.getByRole('textbox', { name: 'Template' }), '{{{{case');
  await screen.findByText(/last words that could be read/);
  expect(screen.queryByText('Re: The espresso machine leaks')).not.toBeNull();
});

it('is given up, and written again by undo', async () => {
  const desk = aDeskOfAda({ 'DELETE /templates/reply': builtIn, 'PUT /templates/reply': reply });
  renderPart(desk, page('reply'));
  await userEvent.click(await screen.findByRole('button', { name: 'Use the words that Bureau brings' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(desk.asked('PUT /templates/reply')[0]?.body).toMatchObject({ html: reply.html }));
});

it('offers an acknowledgement only what no stranger wrote', async () => {
  const words = { ...builtIn, kind: 'acknowledgement', subject: 'Re: #{{case.id}}', html: '<p>Hello</p>' };
  renderPart(aDeskOfAda({ 'GET /templates/acknowledgement': words }), page('acknowledgement'));
  await userEvent.click(await screen.findByRole('button', { name: 'Insert a placeholder' }));
  const offered = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  expect(offered.join()).toContain('{{case.id}}');
  expect(offered.join()).not.toMatch(/customer|subject|custom_/);
});

it('lets a signature be looked at in a reply before it is saved', async () => {
  const desk = aDeskOfAda({ 'PATCH /brands/2': brand });
  renderPart(desk, page('signature', { brand: '2' }));
  const field = await screen.findByRole('textbox', { name: 'Signature' });
  await userEvent.type(field, '!');
  await waitFor(() =>
    expect(desk.asked('POST /templates/preview').at(-1)?.body).toMatchObject({ signature: 'The Larkspur team!' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(desk.asked('PATCH /brands/2')[0]?.body).toEqual({ signature: 'The Larkspur team!' }));
});

it('sends a test to the one who writes', async () => {
  renderPart(aDeskOfAda({ 'POST /templates/test-mail': { to: 'mia@larkspur.example' } }), page('reply'));
  await userEvent.click(await screen.findByRole('button', { name: 'Send a test to me' }));
  await screen.findByText('A test is on its way to mia@larkspur.example.');
});
