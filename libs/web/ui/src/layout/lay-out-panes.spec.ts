// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutPanes } from './lay-out-panes.ts';

const panes = [
  { id: 'rail', width: 220, min: 160, max: 320, givesWay: 2 },
  { id: 'list', width: 380, min: 280, max: 560, givesWay: 3 },
  { id: 'case', min: 480 },
  { id: 'context', width: 300, min: 240, max: 420, givesWay: 1 },
];

const widths = (available: number, wishes = {}) =>
  layOutPanes(panes, wishes, available).shown.map(({ id, width }) => `${id} ${width}`);

describe('the panes of the console', () => {
  it.each([
    { screen: 1920, shows: ['rail 264', 'list 456', 'case 840', 'context 360'] },
    { screen: 1600, shows: ['rail 220', 'list 380', 'case 700', 'context 300'] },
    { screen: 1380, shows: ['rail 220', 'list 380', 'case 480', 'context 300'] },
    { screen: 1160, shows: ['rail 160', 'list 280', 'case 480', 'context 240'] },
    { screen: 1159, shows: ['rail 220', 'list 380', 'case 559'] },
    { screen: 900, shows: ['list 380', 'case 520'] },
    { screen: 390, shows: ['case 480'] },
  ])('on $screen px are $shows', ({ screen, shows }) => {
    expect(widths(screen)).toEqual(shows);
  });

  it('keep the widths I gave them, within their bounds', () => {
    expect(widths(2000, { list: 500, context: 9999 })).toEqual(['rail 264', 'list 500', 'case 816', 'context 420']);
  });

  it('always fill the screen and never leave it, as long as two fit', () => {
    const wish = fc.record({ rail: fc.nat(2000), list: fc.nat(2000), context: fc.nat(2000) });
    fc.assert(
      fc.property(fc.integer({ min: 760, max: 4000 }), wish, (available, wishes) => {
        const total = layOutPanes(panes, wishes, available).shown.reduce((sum, { width }) => sum + width, 0);
        expect(Math.abs(total - available)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
