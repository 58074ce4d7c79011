import { useEffect } from 'react';
import { storedChoice, useStoredChoice } from './stored-choice.ts';

export const themes = ['auto', 'light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof themes)[number];

const choice = storedChoice('bureau.theme', parseTheme);

/**
 * The reader's theme. `auto` follows the system: its light or dark, and high contrast where the system asks for more
 * contrast.
 */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useStoredChoice(choice);
  useEffect(() => showTheme(theme), [theme]);
  return { theme, setTheme: choice.set };
}

/** Reads a theme from stored text; anything else is `auto`. */
export function parseTheme(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}

/** Puts the theme on the document and, for `auto`, keeps it true while the system changes. */
function showTheme(theme: Theme): (() => void) | undefined {
  const root = document.documentElement;
  const wantsContrast = theme === 'auto' ? window.matchMedia?.('(prefers-contrast: more)') : undefined;
  const show = () => {
    root.dataset['theme'] = wantsContrast?.matches ? 'high-contrast' : theme;
  };

  show();
  wantsContrast?.addEventListener('change', show);
  return () => wantsContrast?.removeEventListener('change', show);
}
