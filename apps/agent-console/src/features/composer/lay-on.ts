import type { Editor } from '@tiptap/react';
import { AS_WRITTEN } from './as-written.ts';
import { plainContent } from './post/lines.ts';

/** Words as they are kept: with their formatting, and without. */
export interface Content {
  html: string;
  text: string;
}

export const NOTHING: Content = { html: '', text: '' };

/** Lays words on the sheet that come from elsewhere than its keyboard. */
export function layOn(editor: Editor, content: Content): void {
  const laid = isPlain(editor) ? plainContent(content) : content.html;
  editor.commands.setContent(laid, { emitUpdate: false, parseOptions: AS_WRITTEN });
}

/** Whether a sheet knows no formatting. */
export function isPlain({ schema }: Editor): boolean {
  return schema.nodes['bulletList'] === undefined;
}
