import { useEffect } from 'react';
import { storedChoice, useStoredChoice } from './stored-choice.ts';

export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** CSS pixels of a row, for lists that place their rows themselves; the tokens `--row` and `--row-compact`. */
const rowHeights: Record<Density, number> = { comfortable: 56, compact: 40 };

const choice = storedChoice('bureau.density', parseDensity);

/** How close together the rows of lists stand, as the reader chose. Stylesheets read `--row`. */
export function useDensity(): { density: Density; rowHeight: number; setDensity: (density: Density) => void } {
  const density = useStoredChoice(choice);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return { density, rowHeight: rowHeights[density], setDensity: choice.set };
}

/** Reads a density from stored text; anything else is comfortable. */
export function parseDensity(text: string | null): Density {
  return densities.find((density) => density === text) ?? 'comfortable';
}
