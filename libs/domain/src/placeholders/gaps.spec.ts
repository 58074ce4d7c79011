import { expect, it } from 'vitest';
import { gapSign, gapsIn, piecesBetweenGaps, sayHtml, textOfHtml, withGaps, withoutGaps } from './index.ts';

const values = new Map([['customer.name', 'Ana <Ferreira>']]);
const SOURCE = '<p>Dear {{customer.title}} {{customer.name}}, order {{case.custom_order}} is here.</p>';
const marked = withGaps(sayHtml(SOURCE, values, gapSign).words);

it('a text carries an element where a value is missing, and is without it what it would be anyway', () => {
  expect(marked).toContain('Dear <span data-gap="customer.title"></span> Ana &lt;Ferreira&gt;,');
  expect(gapsIn(marked)).toEqual(['customer.title', 'case.custom_order']);
  expect(withoutGaps(marked)).toBe(sayHtml(SOURCE, values).words);
});

it('its pieces are the words and the gaps between them', () => {
  expect(piecesBetweenGaps(marked, textOfHtml)).toEqual([
    { kind: 'words', words: 'Dear ' },
    { kind: 'gap', name: 'customer.title' },
    { kind: 'words', words: ' Ana <Ferreira>, order ' },
    { kind: 'gap', name: 'case.custom_order' },
    { kind: 'words', words: ' is here.' },
  ]);
});

it('a default fills the place, so nothing is missing there', () => {
  const filled = sayHtml('<p>{{customer.title | default: "Friend"}}</p>', values, gapSign);
  expect(filled).toEqual({ words: '<p>Friend</p>', missing: [] });
});
