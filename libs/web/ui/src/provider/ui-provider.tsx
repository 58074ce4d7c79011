import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import type { Toasts } from '../feedback/toasts.ts';
import { ToastProvider } from '../feedback/toast-region.tsx';
import { ShortcutProvider } from '../shortcuts/shortcuts.tsx';
import { TimeZoneProvider } from '../time/ui-clock.tsx';
import { useDensity } from '../theme/use-density.ts';
import { useTheme } from '../theme/use-theme.ts';
import { UiWordsProvider, type UiWords } from '../words/ui-words.tsx';

export interface UiProviderProps {
  /** Takes a Link's `href` to its place without loading the page; without it links load. */
  navigate?: (href: string) => void;
  /** BCP 47 language of dates and figures; the browser's when left out. */
  locale?: string;
  /** IANA zone of times; the browser's when left out. */
  timeZone?: string;
  words?: Partial<UiWords>;
  toasts?: Toasts;
  children: ReactNode;
}

/** Everything the components need around them, once around the app: theme, words, links, shortcuts, toasts. */
export function UiProvider({ navigate, locale, timeZone, words = {}, toasts, children }: UiProviderProps) {
  useTheme();
  useDensity();
  const inside = (
    <UiWordsProvider words={words}>
      <TimeZoneProvider timeZone={timeZone}>
        <ToastProvider toasts={toasts}>
          <ShortcutProvider>{children}</ShortcutProvider>
        </ToastProvider>
      </TimeZoneProvider>
    </UiWordsProvider>
  );
  return (
    <I18nProvider locale={locale}>
      {navigate ? <RouterProvider navigate={navigate}>{inside}</RouterProvider> : inside}
    </I18nProvider>
  );
}
