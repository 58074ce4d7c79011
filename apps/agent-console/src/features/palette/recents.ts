import { z } from 'zod';

const CASES = 8;
const ACTIONS = 4;

const RecentCase = z.object({ id: z.number().int().positive(), subject: z.string(), customer: z.string() });
export type RecentCase = z.infer<typeof RecentCase>;

const Recents = z.object({ cases: z.array(RecentCase), actions: z.array(z.string()) });
/** What somebody opened and did last, the latest first. */
export type Recents = z.infer<typeof Recents>;

/** What this browser remembers of a user. */
export function recentsOf(userId: number): Recents {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(keyOf(userId)) ?? 'null');
    return Recents.catch({ cases: [], actions: [] }).parse(stored);
  } catch {
    // Storage may be forbidden or hold what another version wrote.
    return { cases: [], actions: [] };
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
