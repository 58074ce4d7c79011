import type { Editor } from '@tiptap/react';

/** What is typed behind a stroke at the start of a word: the beginning of a macro's name, a quickcode, words of a title. */
export interface SlashQuery {
  /** Places in the document: from the stroke to the cursor. */
  from: number;
  to: number;
  typed: string;
  /** Nothing stands before the stroke. */
  beginsLine: boolean;
}

const LONGEST = 40;
const STROKE = /(?:^|\s)\/(?![\s/])((?:(?!\s\/)[^\n])*)$/u;

/** Null: the cursor does not stand behind a stroke that begins a word of its line. */
export function slashQuery({ state }: Pick<Editor, 'state'>): SlashQuery | null {
  const { empty, $from } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  // A picture stands for one sign, so that places in the text are places in the document.
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const typed = STROKE.exec(before)?.[1];
  if (typed === undefined || typed.length >= LONGEST) return null;
  const above = before.slice(0, before.length - typed.length - 1);
  return {
    ...{ from: $from.pos - typed.length - 1, to: $from.pos, typed },
    beginsLine: above === '' || above.endsWith('\n'),
  };
}
