import { isFigure, isListOf, isRecordOf, isText, readJson } from '@bureau/client';

const CASES = 8;
const ACTIONS = 4;

export interface RecentCase {
  id: number;
  subject: string;
  customer: string;
}

/** What somebody opened and did last, the latest first. */
export interface Recents {
  cases: RecentCase[];
  actions: string[];
}

const isRecents = isRecordOf<Recents>({
  cases: isListOf(isRecordOf<RecentCase>({ id: isFigure, subject: isText, customer: isText })),
  actions: isListOf(isText),
});

/** What this browser remembers of a user. */
export function recentsOf(userId: number): Recents {
  const nothing = { cases: [], actions: [] };
  try {
    return readJson(window.localStorage.getItem(keyOf(userId)), isRecents) ?? nothing;
  } catch {
    // Storage may be forbidden.
    return nothing;
  }
}

export function rememberCase(userId: number, opened: RecentCase): void {
  const { cases, actions } = recentsOf(userId);
  write(userId, { cases: [opened, ...cases.filter(({ id }) => id !== opened.id)].slice(0, CASES), actions });
}

export function rememberAction(userId: number, actionId: string): void {
  const { cases, actions } = recentsOf(userId);
  write(userId, { cases, actions: [actionId, ...actions.filter((id) => id !== actionId)].slice(0, ACTIONS) });
}

/** Subjects and names must not stay in a browser that somebody has signed out of. */
export function forgetRecents(userId: number): void {
  try {
    window.localStorage.removeItem(keyOf(userId));
  } catch {
    return;
  }
}

function write(userId: number, recents: Recents): void {
  try {
    window.localStorage.setItem(keyOf(userId), JSON.stringify(recents));
  } catch {
    return;
  }
}

function keyOf(userId: number): string {
  return `bureau.console.recents.${userId}`;
}
