import type { Action } from '@bureau/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { aDesk, json, mia, type Answers } from '../../testing/a-desk.ts';
import { aFoundArticle, anArticle, anArticleSummary, aTranslation } from '../../testing/article-facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { ActionsField } from './index.ts';
import type { ActionsBy } from './index.ts';

const desk = (answers: Answers = {}) =>
  aDesk({
    'GET /custom-fields': {
      items: [{ id: 1, owner: 'case', key: 'size', label: 'Size', type: 'list', choices: ['S', 'L'], active: true }],
    },
    'GET /brands': { items: [{ id: 2, name: 'Larkspur' }] },
    ...answers,
  });

interface Options {
  by?: ActionsBy;
  faults?: Record<string, string>;
  answers?: Answers;
}

/** The editor as a form holds it; what it holds last is what is handed back. */
function anEditor(actions: Action[], { by = 'rule', faults = {}, answers }: Options = {}) {
  const held: { actions: Action[] } = { actions };
  function Editor() {
    const [value, setValue] = useState(actions);
    held.actions = value;
    return <ActionsField by={by} value={value} onChange={setValue} errorOf={(path) => faults[path]} />;
  }
  renderPart(desk(answers), <Editor />);
  return held;
}

async function add(name: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Add an action' }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
  // The focus goes to what was added; until then it would close what is opened next.
  await waitFor(() => expect(document.activeElement?.closest('.action-card')).not.toBeNull());
}

it('is found by typing, filled and kept', async () => {
  const held = anEditor([]);
  await userEvent.click(await screen.findByRole('button', { name: 'Add an action' }));
  await userEvent.keyboard('set user{Enter}');
  const user = await screen.findByRole('combobox', { name: 'User' });
  await waitFor(() => expect(document.activeElement).toBe(user));
  await userEvent.keyboard('Omar');
  await userEvent.click(await screen.findByRole('option', { name: 'Omar Haddad' }));
  expect(held.actions).toEqual([{ type: 'set-user', userId: 7 }]);
  await expectAccessible();
});

it('is moved with Alt and the arrows, and keeps the focus', async () => {
  const held = anEditor([
    { type: 'set-status', status: 'pending' },
    { type: 'acknowledge' },
    { type: 'set-priority', priority: 8 },
  ]);
  const status = within(await screen.findByRole('group', { name: 'Set status' })).getByRole('button');
  status.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  expect(held.actions.map(({ type }) => type)).toEqual(['acknowledge', 'set-priority', 'set-status']);
  expect(document.activeElement?.textContent).toContain('Pending');
  screen.getByText('“Set status” is now number 3 of 3.');
  await userEvent.click(screen.getByRole('button', { name: 'Move “Set status” up' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove “Acknowledge to the customer”' }));
  expect(held.actions.map(({ type }) => type)).toEqual(['set-status', 'set-priority']);
});

it('puts labels with their colour, and makes new ones', async () => {
  const held = anEditor([{ type: 'append-labels', labels: [] }]);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a label' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Refund' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Add a label' }), 'Urgent');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'New label “Urgent”' }));
  expect(held.actions).toEqual([{ type: 'append-labels', labels: ['Refund', 'Urgent'] }]);
});

it('writes a mail like a letter, with placeholders, to whomever it goes', async () => {
  const held = anEditor([]);
  await add('Send a mail');
  await userEvent.click(await screen.findByRole('button', { name: /To$/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'An address' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'warehouse@larkspur.example');
  await userEvent.type(screen.getByRole('textbox', { name: 'Subject' }), 'Return');
  const text = screen.getByRole('textbox', { name: 'Text' });
  await userEvent.type(text, 'Hello,{Enter}{Enter}a return from ');
  await userEvent.click(screen.getAllByRole('button', { name: 'Insert a placeholder' })[1] ?? text);
  await userEvent.click(await screen.findByRole('menuitem', { name: /Name of the customer/ }));
  expect(held.actions).toEqual([
    {
      type: 'send-email',
      recipient: { to: 'address', address: 'warehouse@larkspur.example' },
      subject: 'Return',
      html: '<p>Hello,</p>\n<p>a return from {{customer.name}}</p>',
    },
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Send a mail' }));
  expect(screen.queryByRole('textbox')).toBeNull();
  await expectAccessible();
});

it('opens what the desk finds at fault, beside its field', async () => {
  anEditor([{ type: 'quick-reply', html: '<p>Hi {{customer.nmae}}</p>', plain: null, subject: null }], {
    faults: { 'actions.0.html': 'There is no placeholder {{customer.nmae}}; did you mean {{customer.name}}?' },
  });
  await screen.findByText(/did you mean/);
  expect(screen.getByRole('textbox', { name: 'Text' }).getAttribute('aria-invalid')).toBe('true');
});

it('offers what only a macro can do in macros only, and to post to Chatter everywhere', async () => {
  anEditor([], { by: 'rule' });
  await userEvent.click(await screen.findByRole('button', { name: 'Add an action' }));
  await screen.findByRole('menuitem', { name: 'Set status' });
  expect(screen.queryByRole('menuitem', { name: 'Assign to me' })).toBeNull();
  const far = screen.getByRole('menuitem', { name: /Post to Chatter/ });
  expect(far.getAttribute('aria-disabled')).toBeNull();
});

it('sets the custom fields that are named, and leaves the others', async () => {
  const held = anEditor([], { by: 'macro' });
  await add('Set custom fields');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a field' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Size' }));
  expect(held.actions).toEqual([{ type: 'set-custom-fields', values: { size: null } }]);
  await userEvent.click(screen.getByRole('button', { name: 'Leave Size as it is' }));
  expect(held.actions).toEqual([{ type: 'set-custom-fields', values: {} }]);
});

it('offers webhooks by name to whoever manages macros', async () => {
  const allowed = { ...mia, permissions: [...mia.permissions, 'macros:manage' as const] };
  const names = { 'GET /session': allowed, 'GET /webhooks/names': { items: [{ id: 3, name: 'Stock' }] } };
  const held = anEditor([], { by: 'macro', answers: names });
  await add('Call a webhook');
  const action = await screen.findByRole('group', { name: 'Call a webhook' });
  await userEvent.click(within(action).getByRole('button'));
  await userEvent.click(await screen.findByRole('option', { name: 'Stock' }));
  expect(held.actions).toEqual([{ type: 'call-webhook', webhookId: 3 }]);
});

it('tells whoever manages neither macros nor rules why no webhook can be called', async () => {
  anEditor([], { by: 'macro' });
  await userEvent.click(await screen.findByRole('button', { name: 'Add an action' }));
  const webhook = await screen.findByRole('menuitem', { name: /Call a webhook.*those who manage macros/ });
  expect(webhook.getAttribute('aria-disabled')).toBe('true');
});

const writer = { ...mia, permissions: [...mia.permissions, 'articles:view' as const] };

/** So many articles that the desk lists the first of them, and finds the others. */
const many: Answers = {
  'GET /session': writer,
  'GET /articles': { items: [anArticleSummary({ id: 7, subject: 'Descale the machine' })], next: 'more' },
  'GET /articles/search': ({ query }) =>
    json({ items: query.get('q') === 'Zin' ? [aFoundArticle({ id: 9_999, subject: 'Zinc in the water' })] : [] }),
};

it('finds any of thousands of articles by typing', async () => {
  const held = anEditor([], { by: 'macro', answers: many });
  await add('Reply with an article');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Article' }));
  await userEvent.keyboard('Zin');
  await userEvent.click(await screen.findByRole('option', { name: /Zinc in the water/ }));
  expect(held.actions).toEqual([{ type: 'insert-article', articleId: 9_999 }]);
});

it('names an article that is far down the list', async () => {
  const zinc = anArticle({ id: 9_999, translations: [aTranslation({ subject: 'Zinc in the water' })] });
  const answers: Answers = { ...many, 'GET /articles/9999': zinc };
  anEditor([{ type: 'insert-article', articleId: 9_999 }], { by: 'macro', answers });
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Article' }).value).toBe('Zinc in the water'),
  );
});
