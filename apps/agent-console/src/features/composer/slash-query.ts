import type { Editor } from '@tiptap/react';

/** What is typed behind a stroke at the start of a line: the beginning of a macro's name. */
export interface SlashQuery {
  /** Places in the document: from the stroke to the cursor. */
  from: number;
  to: number;
  typed: string;
}

const LONGEST = 40;

/** Null: the cursor does not stand behind a stroke that begins its line. */
export function slashQuery({ state }: Pick<Editor, 'state'>): SlashQuery | null {
  const { empty, $from } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!line.startsWith('/') || line.startsWith('/ ') || line.length > LONGEST) return null;
  return { from: $from.pos - line.length, to: $from.pos, typed: line.slice(1) };
}
