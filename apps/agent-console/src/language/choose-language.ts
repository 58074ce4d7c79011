import type { ConsoleLanguage, Preferences } from '@bureau/contracts';
import { writeFor } from './format.ts';
import { speak } from './words.ts';

const LANGUAGE = 'bureau.language';
const TIME_ZONE = 'bureau.time-zone';
const spoken: readonly ConsoleLanguage[] = ['en', 'de'];

/** What this browser knows of the reader before she has signed in. */
export interface Speech {
  language: ConsoleLanguage;
  /** BCP 47, for dates and figures. */
  locale: string;
  /** IANA; undefined: as the browser's. */
  timeZone: string | undefined;
}

/** What the reader chose, kept in `storage`; else the first of the browser's languages that the console speaks. */
export function chooseSpeech(storage: Pick<Storage, 'getItem'>, wanted: readonly string[]): Speech {
  const chosen = read(storage, LANGUAGE);
  const language = spoken.find((known) => known === chosen) ?? firstSpoken(wanted);
  return { language, locale: localeOf(language, wanted), timeZone: zoneOf(read(storage, TIME_ZONE)) };
}

/** Keeps what the reader prefers for the next time. Returns whether the page that is open speaks otherwise. */
export function rememberSpeech(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  preferences: Pick<Preferences, 'language' | 'timeZone'>,
): boolean {
  const changed = [keep(storage, LANGUAGE, preferences.language), keep(storage, TIME_ZONE, preferences.timeZone)];
  return changed.includes(true);
}

/** Makes everything that is loaded from now on speak so. A translation that cannot be loaded leaves the English. */
export async function speakAs({ language, locale, timeZone }: Speech): Promise<void> {
  writeFor({ locale, ...(timeZone === undefined ? {} : { timeZone }) });
  document.documentElement.lang = language;
  if (language === 'en') return;
  try {
    speak((await import('./german.ts')).german);
  } catch {
    document.documentElement.lang = 'en';
  }
}

function firstSpoken(wanted: readonly string[]): ConsoleLanguage {
  for (const tag of wanted) {
    const language = spoken.find((known) => known === languageOf(tag));
    if (language) return language;
  }
  return 'en';
}

/** The reader's own region of the language, if the browser names one: 24 hours or twelve, day or month first. */
function localeOf(language: ConsoleLanguage, wanted: readonly string[]): string {
  const own = wanted.find((tag) => languageOf(tag) === language);
  return own ?? { en: 'en-GB', de: 'de-DE' }[language];
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function zoneOf(stored: string | null): string | undefined {
  if (stored === null) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: stored }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function read(storage: Pick<Storage, 'getItem'>, name: string): string | null {
  try {
    return storage.getItem(name);
  } catch {
    return null;
  }
}

/** Whether it is another than before. Where nothing can be kept nothing is ever another, lest the page loads for ever. */
function keep(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
  value: string | null,
): boolean {
  const before = read(storage, name);
  if (before === value) return false;
  try {
    if (value === null) storage.removeItem(name);
    else storage.setItem(name, value);
  } catch {
    return false;
  }
  return read(storage, name) === value;
}
