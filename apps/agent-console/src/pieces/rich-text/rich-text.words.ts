import { words } from '../../language/words.ts';

/** What the editor of articles says. */
export const richTextWords = words('rich-text', {
  tools: 'Format',
  block: 'Kind of paragraph',
  blocks: { paragraph: 'Text', h2: 'Heading', h3: 'Smaller heading', h4: 'Smallest heading' },
  bold: 'Bold',
  italic: 'Italic',
  code: 'Code',
  bullets: 'List',
  numbers: 'Numbered list',
  quote: 'Quotation',
  link: 'Link',
  picture: 'Put in a picture',
  pictureFailed: 'The picture could not be put in.',
  noPictureYet: 'Save the article once before you put in pictures.',
  insertTable: 'Put in a table',
  table: 'Table',
  tableSteps: {
    addRowAfter: 'Row below',
    addColumnAfter: 'Column to the right',
    deleteRow: 'Remove the row',
    deleteColumn: 'Remove the column',
    deleteTable: 'Remove the table',
  },
  undo: 'Undo',
  redo: 'Redo',
  asText: 'Write',
  asSource: 'HTML',
  mode: 'How it is written',
  sourceLabel: (label: string) => `${label} as HTML`,
  sourceOnly: 'This text has parts that the editor would lose, such as film or fine typography. Change it as HTML.',
});
