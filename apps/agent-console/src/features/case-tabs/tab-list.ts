import { isFigure, isListOf, isRecordOf, isText, orNull } from '@bureau/client';

/** A case that somebody keeps at hand. */
export interface CaseTab {
  caseId: number;
  /** As it was called last: also a case that is gone has a name. */
  title: string;
  /** When the customer had written last, as far as this reader saw it; null: never. */
  seen: string | null;
}

export interface TabList {
  open: CaseTab[];
  /** Closed lately, the latest first. */
  closed: CaseTab[];
}

const isTab = isRecordOf<CaseTab>({ caseId: isFigure, title: isText, seen: orNull(isText) });
export const isTabList = isRecordOf<TabList>({ open: isListOf(isTab), closed: isListOf(isTab) });

/** More tabs than this are a list again; the oldest then leaves. */
export const MOST_TABS = 30;
const MOST_CLOSED = 10;

export const noTabs: TabList = { open: [], closed: [] };

export function has({ open }: TabList, caseId: number): boolean {
  return open.some((tab) => tab.caseId === caseId);
}

/** Keeps a case as a tab at the end; one that is kept already stays where it is. */
export function keep(list: TabList, tab: CaseTab): TabList {
  if (has(list, tab.caseId)) return list;
  const open = [...list.open, tab].slice(-MOST_TABS);
  return { open, closed: list.closed.filter(({ caseId }) => caseId !== tab.caseId) };
}

export function close(list: TabList, caseId: number): TabList {
  const tab = list.open.find((one) => one.caseId === caseId);
  if (!tab) return list;
  const open = list.open.filter((one) => one !== tab);
  return { open, closed: [tab, ...list.closed].slice(0, MOST_CLOSED) };
}

/** Brings the tab back that was closed last, and says which it is. */
export function reopen(list: TabList): { list: TabList; caseId: number | null } {
  const [tab] = list.closed;
  return tab ? { list: keep(list, tab), caseId: tab.caseId } : { list, caseId: null };
}

/** Remembers how a case is called and how much of it was seen. */
export function note(list: TabList, caseId: number, known: Partial<Omit<CaseTab, 'caseId'>>): TabList {
  const tab = list.open.find((one) => one.caseId === caseId);
  if (!tab) return list;
  const isSame = (known.title ?? tab.title) === tab.title && (known.seen === undefined || known.seen === tab.seen);
  if (isSame) return list;
  return { ...list, open: list.open.map((one) => (one === tab ? { ...one, ...known } : one)) };
}

/** The tab `step` places away, round in circles; null when there is none but this. */
export function neighbour(ids: readonly number[], current: number | null, step: 1 | -1): number | null {
  if (ids.length === 0 || (ids.length === 1 && ids[0] === current)) return null;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids.at((at + step) % ids.length) ?? null;
}

/** Where to go when the tab in front is closed: to the next, or the one before; null when it was the last. */
export function afterClosing(ids: readonly number[], caseId: number): number | null {
  const at = ids.indexOf(caseId);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** Which tabs stand in the strip and which behind the menu; the one in front is always in sight. */
export function fitting<T extends { caseId: number }>(
  tabs: readonly T[],
  current: number | null,
  room: number,
): { shown: readonly T[]; hidden: readonly T[] } {
  if (tabs.length <= room) return { shown: tabs, hidden: [] };
  const first = tabs.slice(0, Math.max(1, room));
  const front = tabs.find(({ caseId }) => caseId === current);
  const shown = front && !first.includes(front) ? [...first.slice(0, -1), front] : first;
  return { shown, hidden: tabs.filter((tab) => !shown.includes(tab)) };
}
