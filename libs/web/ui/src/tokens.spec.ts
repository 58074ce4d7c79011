// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastRatio, isInGamut, parseOklch, type Oklch } from './testing/oklch.ts';

type Scheme = 'light' | 'dark';
type Palette = Map<string, Record<Scheme, Oklch>>;

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const highContrastAt = css.indexOf("[data-theme='high-contrast']");
const normal = readPalette(css.slice(0, highContrastAt));
const highContrast: Palette = new Map([...normal, ...readPalette(css.slice(highContrastAt))]);

const grounds = ['surface', 'raised', 'sunken', 'hover', 'selection', 'note'];
const people = [1, 2, 3, 4, 5, 6, 7].map((n) => `person-${n}`);
const meanings = ['accent', 'positive', 'caution', 'danger'];

const AA = 4.5;
const AAA = 7;
const NON_TEXT = 3;

describe.each([
  { theme: 'light', palette: normal, scheme: 'light', words: AA },
  { theme: 'dark', palette: normal, scheme: 'dark', words: AA },
  { theme: 'high contrast on a light system', palette: highContrast, scheme: 'light', words: AAA },
  { theme: 'high contrast on a dark system', palette: highContrast, scheme: 'dark', words: AAA },
] as const)('in $theme', ({ palette, scheme, words }) => {
  const ratio = (front: string, back: string) =>
    contrastRatio(colour(palette, front)[scheme], colour(palette, back)[scheme]);

  it.each(pairs(['text'], [...grounds, ...people]))('body text reads at AAA: %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(AAA);
  });

  it.each(pairs(['muted', ...meanings], grounds))('quiet and meaningful words read: %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(words);
  });

  it.each(pairs(['on-accent'], ['accent', 'danger']))('button words read: %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(words);
  });

  it.each(pairs(['edge', 'focus'], grounds))('what one operates is seen: %s against %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(NON_TEXT);
  });

  it('every colour can be shown by every screen (sRGB)', () => {
    const outside = [...palette].filter(([, colours]) => !isInGamut(colours[scheme])).map(([name]) => name);

    expect(outside).toEqual([]);
  });
});

/** Reads `--name: light-dark(oklch(…), oklch(…))` declarations; translucent colours are left out. */
function readPalette(source: string): Palette {
  const declaration = /--([\w-]+):\s*light-dark\((oklch\([^)/]+\)),\s*(oklch\([^)/]+\))\)/g;
  return new Map(
    [...source.matchAll(declaration)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: parseOklch(light), dark: parseOklch(dark) },
    ]),
  );
}

function colour(palette: Palette, name: string): Record<Scheme, Oklch> {
  const found = palette.get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found;
}

function pairs(fronts: readonly string[], backs: readonly string[]): [string, string][] {
  return fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));
}
