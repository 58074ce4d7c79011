import { can, useSession } from '@bureau/client';
import { casesApi, CONSOLE_LANGUAGES, filtersApi } from '@bureau/contracts';
import { densities, themes, useActions, useDensity, useTheme, useUiWords } from '@bureau/ui';
import type { Action } from '@bureau/ui';
import { useRouter } from '@tanstack/react-router';
import { filterIcon, useFilters } from '../features/filters/index.ts';
import { addressOf } from '../plain/filter-address.ts';
import { neighbours, placesFor } from './seen-places.ts';
import { usePlaces } from './places.ts';
import { railWords as words } from './rail.words.ts';
import { useAvailability } from './use-availability.ts';
import { useLanguage } from './use-language.ts';
import { useSignOut } from './use-sign-out.ts';
import { words as frameWords } from './words.ts';

/** g and a letter lead to what every desk begins with. */
const filterKeys: Readonly<Record<string, string | undefined>> = {
  inbox: 'g i',
  mine: 'g m',
  unassigned: 'g u',
  pending: 'g p',
  resolved: 'g r',
  'my-groups': 'g o',
  snoozed: 'g z',
};

const adminKeys: Readonly<Record<string, string | undefined>> = { '/intake': 'g t', '/admin/mailboxes': 'g b' };

/** What can be done everywhere: go to a filter or a place, look different, speak otherwise, leave. */
export function ConsoleActions() {
  const router = useRouter();
  const to = (href: string) => () => router.history.push(href);
  useActions(useNewCase(to));
  useActions(useGoActions(to));
  useActions(useAdminActions(to));
  useActions(useSettingActions(to));
  return null;
}

/** The sections of the palette that come after those of the screen, in their order. */
export function useLastSections(): readonly string[] {
  const { general } = useUiWords();
  return [frameWords.shortcuts.go, words.admin, words.settings, general];
}

type To = (href: string) => () => void;

/** The action that opens a case by hand. */
export const NEW_CASE = 'case.new';

function useNewCase(to: To): Action[] {
  const session = useSession();
  const { general } = useUiWords();
  if (!can(session, casesApi.open)) return [];
  return [
    {
      id: NEW_CASE,
      keys: 'c',
      section: general,
      description: frameWords.newCase,
      icon: 'plus',
      keywords: words.keywords.newCase,
      run: to('/new-case'),
    },
  ];
}

function useGoActions(to: To): Action[] {
  const session = useSession();
  const filters = useFilters();
  const section = frameWords.shortcuts.go;
  const lists = can(session, filtersApi.list) ? filters.items : [];
  return [
    ...lists.map((filter): Action => {
      const href = `/cases/${addressOf(filter)}`;
      return {
        id: `go${href}`,
        keys: filterKeys[filter.key ?? ''],
        section,
        description: filter.name,
        icon: filterIcon(filter),
        keywords: `${filter.folder} ${words.keywords.filter}`,
        run: to(href),
      };
    }),
    ...usePlaces().map(({ href, label, icon, keys }): Action => ({
      id: `go${href}`,
      keys,
      section,
      description: label,
      icon,
      run: to(href),
    })),
  ];
}

function useAdminActions(to: To): Action[] {
  const session = useSession();
  const pages = [
    ...placesFor(session).map(({ id, label, icon }) => ({ href: `/admin/${id}`, label, icon })),
    ...neighbours.filter(({ route }) => can(session, route)),
  ];
  return pages.map(({ href, label, icon }) => ({
    id: `go${href}`,
    keys: adminKeys[href],
    section: words.admin,
    description: label,
    icon,
    run: to(href),
  }));
}

function useSettingActions(to: To): Action[] {
  const { themes: themeNames, densities: densityNames } = useUiWords();
  const { theme, setTheme } = useTheme();
  const { density, setDensity } = useDensity();
  const { language, setLanguage } = useLanguage();
  const { isAvailable, setAvailable } = useAvailability();
  const signOut = useSignOut();
  const { keywords, settings: section } = words;
  const setting = (id: string, description: string, rest: Pick<Action, 'icon' | 'keywords' | 'run'>): Action => ({
    id: `setting.${id}`,
    section,
    description,
    ...rest,
  });
  return [
    setting('availability', isAvailable ? words.becomeAway : words.becomeAvailable, {
      icon: isAvailable ? 'pause' : 'play',
      keywords: keywords.availability,
      run: () => setAvailable(!isAvailable),
    }),
    ...themes
      .filter((one) => one !== theme)
      .map((one) =>
        setting(`theme.${one}`, words.chooseTheme(themeNames[one]), {
          icon: 'contrast',
          keywords: keywords.theme,
          run: () => setTheme(one),
        }),
      ),
    ...densities
      .filter((one) => one !== density)
      .map((one) =>
        setting(`density.${one}`, words.chooseDensity(densityNames[one]), {
          icon: 'rows',
          keywords: keywords.density,
          run: () => setDensity(one),
        }),
      ),
    ...CONSOLE_LANGUAGES.filter((one) => one !== language).map((one) =>
      setting(`language.${one}`, words.chooseLanguage(words.languages[one]), {
        icon: 'globe',
        keywords: keywords.language,
        run: () => setLanguage(one),
      }),
    ),
    setting('account', words.account, { icon: 'user', keywords: keywords.account, run: to('/account') }),
    setting('sign-out', words.signOut, { icon: 'logout', keywords: keywords.signOut, run: signOut }),
  ];
}
