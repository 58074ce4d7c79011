import { CONSOLE_LANGUAGES } from '@bureau/contracts';
import type { ConsoleLanguage } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import {
  Avatar,
  Button,
  densities,
  Icon,
  Menu,
  themes,
  useDensity,
  useRunAction,
  useTheme,
  useUiWords,
} from '@bureau/ui';
import type { MenuAction, MenuGroup } from '@bureau/ui';
import { useRouter } from '@tanstack/react-router';
import { railWords as words } from './rail.words.ts';
import { useLanguage } from './use-language.ts';
import { useSignOut } from './use-sign-out.ts';
import { words as frameWords } from './words.ts';

/** The head of the rail: whose desk this is and who is at it; behind it the account, and how the console looks. */
export function AccountMenu() {
  const { user } = useSession();
  return (
    <Menu
      label={words.menu(user.name)}
      groups={useGroups()}
      trigger={
        <Button variant="quiet" className="rail-account">
          <Avatar name={user.name} size={24} isDecoration />
          <span className="rail-account-words">
            <strong className="bu-truncate">{frameWords.product}</strong>
            <span className="bu-truncate">{user.name}</span>
          </span>
          <Icon name="chevron-down" size={14} />
        </Button>
      }
    />
  );
}

function useGroups(): readonly MenuGroup[] {
  const { user } = useSession();
  const router = useRouter();
  const run = useRunAction();
  const signOut = useSignOut();
  const { shortcuts } = useUiWords();
  const appearance = useAppearance();
  return [
    { id: 'appearance', title: user.email, actions: appearance },
    {
      id: 'account',
      actions: [
        { id: 'account', label: words.account, icon: 'user', onAction: () => router.history.push('/account') },
        { id: 'keys', label: shortcuts, icon: 'keyboard', keys: '?', onAction: () => run('ui.shortcuts') },
        { id: 'sign-out', label: words.signOut, icon: 'logout', onAction: signOut },
      ],
    },
  ];
}

function useAppearance(): MenuAction[] {
  const { themes: themeNames, densities: densityNames } = useUiWords();
  const { theme, setTheme } = useTheme();
  const { density, setDensity } = useDensity();
  const { language, setLanguage } = useLanguage();
  const languages = [null, ...CONSOLE_LANGUAGES];
  const nameOf = (one: ConsoleLanguage | null) => (one === null ? words.asBrowser : words.languages[one]);
  return [
    {
      id: 'theme',
      label: words.theme,
      icon: 'contrast',
      value: themeNames[theme],
      submenu: choices(themes, { now: theme, choose: setTheme, nameOf: (one) => themeNames[one] }),
    },
    {
      id: 'density',
      label: words.density,
      icon: 'rows',
      value: densityNames[density],
      submenu: choices(densities, { now: density, choose: setDensity, nameOf: (one) => densityNames[one] }),
    },
    {
      id: 'language',
      label: words.language,
      icon: 'globe',
      value: nameOf(language),
      submenu: choices(languages, { now: language, choose: setLanguage, nameOf }),
    },
  ];
}

interface Choosing<T> {
  now: T;
  choose: (one: T) => void;
  nameOf: (one: T) => string;
}

function choices<T extends string | null>(of: readonly T[], { now, choose, nameOf }: Choosing<T>): MenuGroup[] {
  const actions = of.map((one) => ({
    id: one ?? 'auto',
    label: nameOf(one),
    isChecked: one === now,
    onAction: () => choose(one),
  }));
  return [{ id: 'choices', actions }];
}
