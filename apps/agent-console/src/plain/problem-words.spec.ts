import { expect, it } from 'vitest';
import { sentenceOfCode } from './problem-words.ts';

it('sends nobody to a detail that only programs are shown', () => {
  expect(sentenceOfCode('of-no-catalogue', 'Salesforce does not answer as it should; try again. See detail.')).toBe(
    'Salesforce does not answer as it should; try again.',
  );
  expect(sentenceOfCode('of-no-catalogue', 'See details before you go on.')).toBe('See details before you go on.');
});
