import type { ConditionGroup } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import type { Answers } from '../../testing/a-desk.ts';
import { afterEach, beforeEach, it, vi } from 'vitest';

/** Texts are read when their module is loaded: each test loads the console anew, in German. */
beforeEach(async () => {
  vi.resetModules();
  document.documentElement.lang = 'de';
  const { speak } = await import('../../language/words.ts');
  speak((await import('../../language/german.ts')).german);
});
afterEach(() => {
  document.documentElement.lang = 'en';
  vi.resetModules();
});

const conditions: ConditionGroup = {
  match: 'all',
  conditions: [
    { field: 'case.status', operator: 'is', value: ['new', 'open'] },
    { field: 'case.group', operator: 'is', value: [1, 'mine'] },
    { field: 'case.custom.tier', operator: 'contains', value: 'Gold' },
  ],
};

const fields = [
  { key: 'case.status', label: 'Status', type: 'choice', choices: ['new', 'open'], refersTo: null, operators: ['is'] },
  { key: 'case.group', label: 'Assigned group', type: 'reference', choices: [], refersTo: 'group', operators: ['is'] },
  { key: 'case.custom.tier', label: 'Tier', type: 'text', choices: [], refersTo: null, operators: ['contains'] },
];

async function show(answers: Answers) {
  const { aDesk } = await import('../../testing/a-desk.ts');
  const { renderPart } = await import('../../testing/render-screen.tsx');
  const { useConditionSentence } = await import('./index.ts');
  const Sentence = () => <p>{useConditionSentence()(conditions, 'Status is New or Open')}</p>;
  const table = { 'GET /brands': { items: [] }, 'GET /mailboxes': { items: [] }, ...answers };
  renderPart(aDesk({ 'GET /conditions/fields': { items: fields }, ...table }), <Sentence />);
}

it('says conditions in German, with the names of this desk', async () => {
  await show({});
  await screen.findByText(
    'Status ist Neu oder Offen und Zuständige Gruppe ist Support oder eine von meinen und Tier enthält „Gold“',
  );
});

it('says them as the desk does as long as a name is not to be had', async () => {
  await show({ 'GET /groups': () => new Promise<never>(() => undefined) });
  await screen.findByText('Status is New or Open');
});
