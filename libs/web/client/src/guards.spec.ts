import { expect, it } from 'vitest';
import { isFigure, isListOf, isOneOf, isRecordOf, isText, orNull, readJson } from './guards.ts';

const isTab = isRecordOf<{ id: number; title: string; kind: 'case' | 'list' | null }>({
  id: isFigure,
  title: isText,
  kind: orNull(isOneOf(['case', 'list'])),
});

it.each([
  ['{"id":1,"title":"A","kind":"case"}', { id: 1, title: 'A', kind: 'case' }],
  ['{"id":1,"title":"A","kind":null,"more":true}', { id: 1, title: 'A', kind: null, more: true }],
  ['{"id":"1","title":"A","kind":"case"}', null],
  ['{"id":1,"title":"A","kind":"other"}', null],
  ['{"id":1}', null],
  ['[]', null],
  ['null', null],
  ['{"id":', null],
  [null, null],
])('reads %s', (text, expected) => {
  expect(readJson(text, isTab)).toEqual(expected);
});

it('takes a list only when all of it fits', () => {
  expect(readJson('[1,2]', isListOf(isFigure))).toEqual([1, 2]);
  expect(readJson('[1,"2"]', isListOf(isFigure))).toBeNull();
});
