import { Node } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { placeholderName } from '../../pieces/placeholders/placeholder-name.ts';

/** A place in the text that a macro had no value for: seen by its writer, nothing in what leaves the desk. */
export const Gap = Node.create({
  name: 'gap',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-gap') ?? '',
      renderHTML: ({ name }: Record<string, unknown>) => ({ 'data-gap': name }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-gap]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: () => '',
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('mark');
      dom.className = 'composer-gap';
      dom.textContent = placeholderName(String(node.attrs['name']));
      return { dom };
    },
});

interface FoundGap {
  name: string;
  at: number;
}

/** The gaps that are left, in the order of the text. */
export function gapsOf(editor: Editor): FoundGap[] {
  const gaps: FoundGap[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'gap') gaps.push({ name: String(node.attrs['name']), at });
  });
  return gaps;
}

/** Selects the next gap behind the cursor, or the first: what is typed then takes its place. False: none is left. */
export function selectNextGap(editor: Editor): boolean {
  const gaps = gapsOf(editor);
  const { from, to } = editor.state.selection;
  const next = gaps.find(({ at }) => at >= to || (at > from && at !== from)) ?? gaps[0];
  if (!next) return false;
  editor.chain().setNodeSelection(next.at).scrollIntoView().run();
  editor.view.focus();
  return true;
}
