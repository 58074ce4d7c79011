import { useCallback, useEffect, useSyncExternalStore } from 'react';

export const themes = ['auto', 'light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'bureau.theme';
const listeners = new Set<() => void>();
let chosen: Theme | undefined;

/**
 * The reader's theme, the same in every component, kept in this browser and followed across its windows.
 * `auto` follows the system: its light or dark, and high contrast where the system asks for more contrast.
 */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => 'auto' as const);
  useEffect(() => showTheme(theme), [theme]);
  const setTheme = useCallback((next: Theme) => {
    chosen = next;
    remember(next);
    listeners.forEach((listener) => listener());
  }, []);
  return { theme, setTheme };
}

/** Reads a theme from stored text; anything else is `auto`. */
export function parseTheme(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}

function currentTheme(): Theme {
  chosen ??= recall();
  return chosen;
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    chosen = parseTheme(event.newValue);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
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

// Storage may be forbidden (private windows, policies); the theme then lasts as long as the page.
function recall(): Theme {
  try {
    return parseTheme(window.localStorage.getItem(storageKey));
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    window.localStorage.setItem(storageKey, theme);
  } catch {
    return;
  }
}
