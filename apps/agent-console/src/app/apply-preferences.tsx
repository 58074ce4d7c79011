import type { Preferences } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { useDensity, useTheme } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import { rememberSpeech } from '../language/choose-language.ts';
import { useSavePreferences } from '../pieces/preferences/index.ts';

/**
 * Makes the console look and speak as the person prefers who has just come in; and what she chooses anywhere in the
 * console, from a menu or the palette, her preference.
 */
export function ApplyPreferences() {
  const { preferences } = useSession();
  const { theme, setTheme } = useTheme();
  const { density, setDensity } = useDensity();
  const save = useSavePreferences();
  useSpeech(preferences);
  useTwoWays(preferences.theme, theme, { show: setTheme, keep: (chosen) => save({ theme: chosen }) });
  useTwoWays(preferences.density, density, { show: setDensity, keep: (chosen) => save({ density: chosen }) });
  return null;
}

/** Texts are read as modules load: another language than the page's takes a reload, once, when somebody comes in. */
function useSpeech(preferences: Preferences): void {
  const arrived = useRef(preferences);
  useEffect(() => {
    if (rememberSpeech(window.localStorage, arrived.current)) window.location.reload();
  }, []);
}

interface Ways<T> {
  show: (preferred: T) => void;
  keep: (chosen: T) => void;
}

/** What the desk keeps is shown; what is chosen here is kept. `preferred` null: nothing is kept yet. */
function useTwoWays<T extends string>(preferred: T | null, shown: T, { show, keep }: Ways<T>): void {
  const settled = useRef<{ preferred: T | null; shown: T }>({ preferred: null, shown });
  useEffect(() => {
    const before = settled.current;
    if (preferred !== null && preferred !== before.preferred) {
      settled.current = { preferred, shown: preferred };
      if (preferred !== shown) show(preferred);
    } else if (shown !== before.shown) {
      settled.current = { preferred: before.preferred, shown };
      keep(shown);
    }
  });
}
