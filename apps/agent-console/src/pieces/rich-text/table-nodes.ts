import { Extension, Node } from '@tiptap/react';
import type { CommandProps } from '@tiptap/react';
import { addRowAfter, addColumnAfter, deleteColumn, deleteRow, deleteTable, tableEditing } from '@tiptap/pm/tables';

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), 100),
  renderHTML: (attributes: Record<string, unknown>) =>
    typeof attributes[name] === 'number' && attributes[name] > 1 ? { [name]: attributes[name] } : {},
});

const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan') });

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: () => ({ tableRole: 'table' }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  extendNodeSchema: () => ({ tableRole: 'row' }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: () => ({ tableRole: 'cell' }),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: () => ({ tableRole: 'header_cell' }),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
});

/** Moves by Tab within a table, and takes hold of whole cells. */
const TableKeys = Extension.create({
  name: 'tableKeys',
  addProseMirrorPlugins: () => [tableEditing()],
});

/** Tables as HTML has them: rows of cells, some of them headings. */
export const TABLE_NODES = [Table, TableRow, TableCell, TableHeader, TableKeys];

export const tableSteps = { addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable };
export type TableStep = keyof typeof tableSteps;

/** For `editor.chain().command(…)`. */
export function tableCommand(step: TableStep) {
  return ({ state, dispatch }: CommandProps): boolean => tableSteps[step](state, dispatch);
}

const cell = (type: 'tableCell' | 'tableHeader') => ({ type, content: [{ type: 'paragraph' }] });

/** Three columns with a heading each, and two rows. */
export function newTable() {
  const row = (type: 'tableCell' | 'tableHeader') => ({
    type: 'tableRow',
    content: [cell(type), cell(type), cell(type)],
  });
  return { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] };
}
