import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** Pasted words keep their lines, the empty ones too. */
export function pastedLines(text: string, _context: ResolvedPos, _plain: boolean, { state }: EditorView): Slice {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return new Slice(Fragment.fromArray(lines.map((line) => paragraphOf(state.schema, line))), 1, 1);
}

function paragraphOf(schema: Schema, line: string): Node {
  return schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]);
}
