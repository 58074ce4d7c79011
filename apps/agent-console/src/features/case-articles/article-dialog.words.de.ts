import type { articleDialogWords } from './article-dialog.words.ts';

export const articleDialogGerman: typeof articleDialogWords = {
  title: 'Artikel einfügen',
  field: 'Wörter oder ein Kürzel',
  results: 'Artikel',
  failed: 'Die Artikel ließen sich nicht laden.',
  safe: 'Nichts wurde geändert.',
  nothing: 'Kein Artikel passt.',
  none: 'Es gibt noch keinen Artikel.',
  write: 'Artikel schreiben',
  manage: 'Alle Artikel',
  insert: 'Einfügen',
  link: 'Nur den Link einfügen',
  internal: 'Intern: Kunden können ihn nicht lesen. Fügen Sie nur ein, was für sie bestimmt ist.',
  unpublished: 'Nicht veröffentlicht: Kunden können ihn nicht lesen.',
  outdated: 'Diese Übersetzung ist veraltet.',
  previewFailed: 'Der Artikel ließ sich nicht zeigen.',
  hints: { insert: 'einfügen', link: 'nur den Link', close: 'schließen' },
};
