import { useActionList } from '@bureau/ui';
import { useSession } from '@bureau/client';
import type { FoundCase, FoundCustomer } from '@bureau/contracts';
import { useState } from 'react';
import { actionGroups, rowOf } from './action-groups.ts';
import { matchWords } from '../../plain/match-words.ts';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';
import { paletteWords as words } from './palette.words.ts';
import { recentsOf } from './recents.ts';
import type { RecentCase } from './recents.ts';
import { useFound } from './use-found.ts';

/** Where the palette can lead, beside what actions do. */
export interface PaletteDestinations {
  openCase: (caseId: number) => void;
  /** Left out: customers have no page. */
  openCustomer?: (customerId: number) => void;
  search: (q: string) => void;
  /** The case on the screen, which need not be offered. */
  currentCaseId: number | null;
  /** Sections of actions that come after those of the screen, in their order. */
  lastSections: readonly string[];
}

/** Everything that the palette offers for what is typed, and what may still come from the desk. */
export function usePaletteGroups(typed: string, to: PaletteDestinations) {
  const { user } = useSession();
  const actions = useActionList();
  const [recents] = useState(() => recentsOf(user.id));
  const found = useFound(typed, to.openCustomer !== undefined);
  const wanted = typed.trim();

  const recent = recents.cases.filter(({ id }) => id !== to.currentCaseId).flatMap((one) => recentRow(one, wanted, to));
  const redo = recents.actions.flatMap((id) => actions.find((action) => action.id === id && !action.isKeyOnly) ?? []);
  const again = wanted === '' ? redo.map((action) => ({ ...rowOf(action), id: `again ${action.id}` })) : [];
  const known = new Set(recent.map(({ id }) => id));
  const groups: PaletteGroup[] = [
    { id: 'number', title: words.cases, rows: numberRow(wanted, found, to) },
    { id: 'recent', title: words.recent, rows: [...recent.slice(0, wanted === '' ? 5 : 3), ...again] },
    ...actionGroups(actions, typed, to.lastSections),
    { id: 'search', title: words.searchGroup, rows: searchRow(wanted, to) },
    {
      id: 'cases',
      title: words.cases,
      rows: found.cases.map((one) => caseRow(one, to)).filter(({ id }) => !known.has(id) && id !== numberId(wanted)),
    },
    { id: 'customers', title: words.customers, rows: found.customers.map((one) => customerRow(one, to)) },
  ];
  return { groups: groups.filter(({ rows }) => rows.length > 0), found };
}

function recentRow({ id, subject, customer }: RecentCase, wanted: string, to: PaletteDestinations): PaletteRow[] {
  const label = subject || words.noSubject;
  const match = matchWords(label, wanted, `${customer} #${id}`);
  if (!match) return [];
  const run = () => to.openCase(id);
  return [{ id: caseId(id), label, marks: match.marks, detail: `#${id} · ${customer}`, icon: 'clock', run }];
}

/** A case by its number: offered at once, and withdrawn only when the desk knows that there is none. */
function numberRow(wanted: string, { cases, isLooking, q }: ReturnType<typeof useFound>, to: PaletteDestinations) {
  const number = numberOf(wanted);
  if (number === null) return [];
  const one = cases.find(({ id }) => id === number);
  const isKnownMissing = !isLooking && q === wanted && one === undefined;
  if (isKnownMissing) return [];
  const row: PaletteRow = {
    id: caseId(number),
    label: words.caseNumber(number),
    marks: [],
    detail: one && one.subject,
    icon: 'inbox',
    run: () => to.openCase(number),
  };
  return [row];
}

function searchRow(q: string, to: PaletteDestinations): PaletteRow[] {
  if (q === '') return [];
  return [{ id: 'search', label: words.search(q), marks: [], icon: 'search', run: () => to.search(q) }];
}

function caseRow(one: FoundCase, to: PaletteDestinations): PaletteRow {
  return {
    id: caseId(one.id),
    label: one.subject || words.noSubject,
    marks: one.subject ? one.subjectMarks : [],
    detail: `#${one.id} · ${one.customer.name || one.customer.address || words.noName}`,
    icon: 'inbox',
    run: () => to.openCase(one.id),
  };
}

function customerRow(one: FoundCustomer, to: PaletteDestinations): PaletteRow {
  return {
    id: `customer ${one.id}`,
    label: one.name || one.address || words.noName,
    marks: one.name ? one.nameMarks : [],
    detail: [one.name && one.address, one.company?.name].filter(Boolean).join(' · '),
    icon: 'user',
    run: () => to.openCustomer?.(one.id),
  };
}

function numberOf(wanted: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(wanted)?.[1];
  return digits === undefined ? null : Number(digits);
}

function numberId(wanted: string): string | null {
  const number = numberOf(wanted);
  return number === null ? null : caseId(number);
}

function caseId(id: number): string {
  return `case ${id}`;
}
