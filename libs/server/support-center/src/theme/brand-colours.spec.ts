import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandColours, contrast, DEFAULT_COLOUR, isReadable, parse } from './brand-colours.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colour of a brand', () => {
  it('can be read in light and dark, whatever was chosen (WCAG 1.4.3)', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const { light, dark } = brandColours(chosen);
        for (const [scheme, paper] of [
          [light, '#fbf9f6'],
          [dark, '#1a1816'],
        ] as const) {
          for (const ground of [paper, scheme.tint]) {
            expect(contrast(parse(scheme.accent), parse(ground))).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(parse(scheme.onAccent), parse(scheme.accent))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('stays what it is where it can be read', () => {
    expect(isReadable(DEFAULT_COLOUR)).toBe(true);
    expect(brandColours('#1d4ed8').light.accent).toBe('#1d4ed8');
    expect(isReadable('#ffd400')).toBe(false);
  });
});
