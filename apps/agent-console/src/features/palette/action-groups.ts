import type { Action } from '@bureau/ui';
import { matchWords } from '../../plain/match-words.ts';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';

interface Scored {
  row: PaletteRow;
  score: number;
}

/**
 * The actions that fit what was typed, section by section. With something typed the best section comes first and the
 * best action first within it; else the sections named in `lastSections` follow those of the screen, in that order.
 */
export function actionGroups(
  actions: readonly Action[],
  typed: string,
  lastSections: readonly string[],
): PaletteGroup[] {
  const isAsked = typed.trim() !== '';
  const bySection = Map.groupBy(
    actions.filter(({ isKeyOnly }) => !isKeyOnly),
    ({ section }) => section,
  );
  return [...bySection]
    .map(([section, own]) => ({ section, scored: scoredRows(own, typed, isAsked) }))
    .filter(({ scored }) => scored.length > 0)
    .sort((a, b) => bestOf(b.scored, isAsked) - bestOf(a.scored, isAsked) || rank(a.section) - rank(b.section))
    .map(({ section, scored }) => ({ id: `actions ${section}`, title: section, rows: scored.map(({ row }) => row) }));

  function rank(section: string): number {
    return lastSections.indexOf(section);
  }
}

function scoredRows(actions: readonly Action[], typed: string, isAsked: boolean): Scored[] {
  const scored = actions.flatMap((action) => {
    const match = matchWords(action.description, typed, `${action.section} ${action.keywords ?? ''}`);
    return match ? [{ row: rowOf(action, match.marks), score: match.score }] : [];
  });
  return isAsked ? scored.sort((a, b) => b.score - a.score) : scored;
}

export function rowOf(
  { id, description: label, icon, keys, run }: Action,
  marks: PaletteRow['marks'] = [],
): PaletteRow {
  return { id, label, marks, icon, keys, run };
}

function bestOf(scored: readonly Scored[], isAsked: boolean): number {
  return isAsked ? (scored[0]?.score ?? 0) : 0;
}
