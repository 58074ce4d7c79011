import type { Macro } from '@bureau/contracts';
import { matchWords } from '../../plain/match-words.ts';
import type { Mark } from '../../plain/match-words.ts';

/** How many of those that the reader uses most stand above the folders. */
const MOST_USED = 5;

export interface MacroRow {
  macro: Macro;
  marks: readonly Mark[];
}

export interface MacroGroup {
  id: string;
  /** Null: those that lie in no folder. */
  folder: string | null;
  kind: 'often' | 'folder' | 'found';
  rows: readonly MacroRow[];
}

/** The macros whose name, folder or description holds what was typed, the best fit first and of equals the more used. */
export function foundMacros(macros: readonly Macro[], typed: string): MacroRow[] {
  return macros
    .flatMap((macro) => {
      const match = matchWords(macro.name, typed, `${macro.folders.join(' ')} ${macro.description}`);
      return match ? [{ macro, marks: match.marks, score: match.score + Math.min(macro.usedByMe, 50) / 500 }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ macro, marks }) => ({ macro, marks }));
}

/** What to choose from: the most used first, then folder by folder; or, with something typed, what fits. */
export function macroGroups(macros: readonly Macro[], typed: string): MacroGroup[] {
  if (typed.trim() !== '') {
    const rows = foundMacros(macros, typed);
    return rows.length === 0 ? [] : [{ id: 'found', folder: null, kind: 'found', rows }];
  }
  const rowsOf = (some: readonly Macro[]): MacroRow[] => some.map((macro) => ({ macro, marks: [] }));
  const often = macros
    .filter(({ usedByMe }) => usedByMe > 0)
    .toSorted((a, b) => b.usedByMe - a.usedByMe)
    .slice(0, MOST_USED);
  const folders = [...new Set(macros.flatMap((macro) => macro.folders))].toSorted((a, b) => a.localeCompare(b));
  const groups: MacroGroup[] = [
    { id: 'often', folder: null, kind: 'often', rows: rowsOf(macros.length > MOST_USED ? often : []) },
    { id: 'top', folder: null, kind: 'folder', rows: rowsOf(macros.filter((one) => one.folders.length === 0)) },
    ...folders.map((folder): MacroGroup => ({
      id: `folder ${folder}`,
      folder,
      kind: 'folder',
      rows: rowsOf(macros.filter((one) => one.folders.includes(folder))),
    })),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
