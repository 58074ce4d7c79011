import { changedPreferences, preferencesApi, sessionApi } from '@bureau/contracts';
import type { ChangePreferences, Preferences, Session } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { preferencesWords as words } from './preferences.words.ts';

const SESSION = keyOf(sessionApi.whoAmI, {});

interface Saving {
  /** Says that it is kept and offers the way back. */
  isTold?: boolean;
  /** Runs once the desk has kept it. */
  onSaved?: () => void;
}

/**
 * Changes one's own preferences: on the screen at once, at the desk behind it, and back again, said aloud, when the
 * desk refuses.
 */
export function useSavePreferences(): (change: ChangePreferences, saving?: Saving) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const command = useCommand(preferencesApi.change);

  const show = (preferences: Preferences) =>
    queries.setQueryData<Session | null>(SESSION, (session) => session && { ...session, preferences });

  const save = (change: ChangePreferences, { isTold = false, onSaved }: Saving = {}): void => {
    const before = queries.getQueryData<Session | null>(SESSION)?.preferences;
    if (!before) return;
    const reverse = backFrom(change, before);
    show(changedPreferences(before, change));
    command.mutate(
      { body: change },
      {
        onSuccess: (kept) => {
          show(kept);
          if (isTold) toasts.show({ text: words.saved, onUndo: () => save(reverse) });
          onSaved?.();
        },
        onError: (error) => {
          const now = queries.getQueryData<Session | null>(SESSION)?.preferences ?? before;
          show(changedPreferences(now, reverse));
          const retry = { label: words.retry, run: () => save(change, { isTold, onSaved }) };
          toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger', action: retry });
        },
      },
    );
  };
  return save;
}

/** The change that undoes a change. */
function backFrom(change: ChangePreferences, before: Preferences): ChangePreferences {
  const { notifications, ...rest } = before;
  const named = new Set(Object.keys(change));
  const own: ChangePreferences = Object.fromEntries(Object.entries(rest).filter(([name]) => named.has(name)));
  return change.notifications ? { ...own, notifications } : own;
}
