import type { IconName } from '@bureau/ui';
import type { Mark } from '../../plain/match-words.ts';

/** One thing that the palette offers. */
export interface PaletteRow {
  /** Unique in the palette. */
  id: string;
  label: string;
  marks: readonly Mark[];
  /** Quiet words behind the label. */
  detail?: string;
  icon?: IconName;
  keys?: string;
  run: () => void;
}

export interface PaletteGroup {
  id: string;
  title: string;
  rows: readonly PaletteRow[];
}
