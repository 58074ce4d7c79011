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
  const wishes = theme === 'auto' ? [wishOf('(prefers-contrast: more)'), wishOf('(prefers-color-scheme: dark)')] : [];
  const [contrast, dark] = wishes;
  const show = () => {
    root.dataset['theme'] = theme === 'auto' ? sideOf(contrast?.matches, dark?.matches) : theme;
    restyle(root);
  };

  show();
  for (const wish of wishes) wish?.addEventListener('change', show);
  return () => wishes.forEach((wish) => wish?.removeEventListener('change', show));
}

/** Chromium leaves a colour that is inherited through `light-dark()` as it was, until the element is styled anew. */
function restyle(root: HTMLElement): void {
  root.style.display = 'none';
  void root.offsetHeight;
  root.style.display = '';
}

function wishOf(query: string): MediaQueryList | undefined {
  return window.matchMedia?.(query);
}

function sideOf(wantsContrast = false, wantsDark?: boolean): Theme {
  if (wantsContrast) return 'high-contrast';
  if (wantsDark === undefined) return 'auto';
  return wantsDark ? 'dark' : 'light';
}
