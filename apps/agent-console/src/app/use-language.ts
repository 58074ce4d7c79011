import type { ConsoleLanguage } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { rememberSpeech } from '../language/choose-language.ts';
import { useSavePreferences } from '../pieces/preferences/index.ts';

/** The language that the person chose (null: as the browser), and how to choose another: the console then loads anew. */
export function useLanguage(): {
  language: ConsoleLanguage | null;
  setLanguage: (language: ConsoleLanguage | null) => void;
} {
  const { preferences } = useSession();
  const save = useSavePreferences();
  const setLanguage = (language: ConsoleLanguage | null) => {
    const onSaved = () => {
      if (rememberSpeech(window.localStorage, { ...preferences, language })) window.location.reload();
    };
    save({ language }, { onSaved });
  };
  return { language: preferences.language, setLanguage };
}
