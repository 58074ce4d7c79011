import type { integrationPaneWords } from './integration-pane.words.ts';

export const integrationPaneGerman: typeof integrationPaneWords = {
  title: 'Integrationen',
  failed: 'Die Integrationen konnten nicht geladen werden.',
  again: 'Noch einmal versuchen',
  openNew: (name) => `${name}, öffnet sich in einem neuen Tab`,
  inTab: 'In neuem Tab öffnen',
  opening: 'Wird geöffnet …',
  notOpened: 'Die App konnte nicht geöffnet werden.',
  later: 'Sie wurde eingerichtet, nachdem Sie Bureau geöffnet haben: Laden Sie die Seite neu, um sie zu sehen.',
  reload: 'Neu laden',
  reloadOf: (name) => `Neu laden: ${name}`,
};
