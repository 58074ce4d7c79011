import { ConsoleLanguage } from '@bureau/contracts';
import type { ChangePreferences } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { densities, Select, themes, useDensity, useTheme, useUiWords } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useState } from 'react';
import { chooseSpeech, rememberSpeech } from '../../language/choose-language.ts';
import { formatDate } from '../../language/format.ts';
import { useSavePreferences } from '../../pieces/preferences/index.ts';
import { ownPlace, zoneChoices } from '../../plain/time-zones.ts';
import { settingsWords as words } from './settings.words.ts';

/** How the console looks and in which language, kept at once. */
export function LookSection() {
  return (
    <section className="account-fields">
      <p>{words.savedAtOnce}</p>
      <LanguageField />
      <ZoneField />
      <ThemeField />
      <DensityField />
    </section>
  );
}

/** Keeps what changes the words and times of every page, then loads the console anew. */
function useSaveSpeech(): (change: Pick<ChangePreferences, 'language' | 'timeZone'>) => void {
  const { preferences } = useSession();
  const save = useSavePreferences();
  return (change) =>
    save(change, {
      onSaved: () => {
        if (rememberSpeech(window.localStorage, { ...preferences, ...change })) window.location.reload();
      },
    });
}

function LanguageField() {
  const { preferences } = useSession();
  const save = useSaveSpeech();
  const byItself = chooseSpeech({ getItem: () => null }, navigator.languages).language;
  const choices = [
    { id: 'browser' as const, label: words.asBrowser(words.languages[byItself]) },
    ...ConsoleLanguage.options.map((id) => ({ id, label: words.languages[id] })),
  ];
  return (
    <Select
      label={words.language}
      help={words.languageHelp}
      choices={choices}
      value={preferences.language ?? 'browser'}
      onChange={(id) => save({ language: id === 'browser' ? null : id })}
    />
  );
}

function ZoneField() {
  const { preferences } = useSession();
  const save = useSaveSpeech();
  const [now] = useState(() => new Date());
  const browser = { id: 'browser', label: words.asBrowser(ownPlace()) };
  const example = formatDate(now, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <ComboBox
      label={words.timeZone}
      help={words.timeZoneHelp(example)}
      choices={[browser, ...zoneChoices()]}
      value={preferences.timeZone ?? browser.id}
      onChange={(id) => {
        if (id !== null) save({ timeZone: id === browser.id ? null : id });
      }}
    />
  );
}

/** The theme is kept by whoever applies it (app/apply-preferences.tsx), wherever it is chosen. */
function ThemeField() {
  const { theme, setTheme } = useTheme();
  const names = useUiWords().themes;
  const choices = themes.map((id) => ({ id, label: names[id] }));
  return <Select label={words.theme} choices={choices} value={theme} onChange={setTheme} />;
}

function DensityField() {
  const { density, setDensity } = useDensity();
  const names = useUiWords().densities;
  const choices = densities.map((id) => ({ id, label: names[id] }));
  return <Select label={words.density} choices={choices} value={density} onChange={setDensity} />;
}
