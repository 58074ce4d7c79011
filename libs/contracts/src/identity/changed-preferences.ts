import { NOTIFICATION_KINDS } from '../choices.ts';
import type { ChangePreferences, Preferences } from './preferences.ts';

/** The preferences that `change` makes of `before`. */
export function changedPreferences(before: Preferences, change: ChangePreferences): Preferences {
  const { notifications = {}, ...rest } = change;
  const merged = { ...before.notifications };
  for (const kind of NOTIFICATION_KINDS) merged[kind] = { ...merged[kind], ...notifications[kind] };
  return { ...before, ...rest, notifications: merged };
}
