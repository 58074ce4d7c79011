import type { tabsWords } from './case-tabs.words.ts';

export const tabsGerman: typeof tabsWords = {
  label: 'Geöffnete Fälle',
  noSubject: '(ohne Betreff)',
  gone: 'Diesen Fall gibt es nicht mehr, oder Sie dürfen ihn nicht mehr sehen.',
  preview: 'Nicht behalten: Der nächste Fall aus der Liste tritt an seine Stelle.',
  draft: 'Nicht gesendeter Entwurf',
  news: 'Der Kunde hat geschrieben',
  close: (title) => `${title} schließen`,
  more: (count) => (count === 1 ? '1 weiterer Reiter' : `${count} weitere Reiter`),
  moreNews: 'mit Neuem',
  reopened: 'Es wurde kein Reiter geschlossen.',
  shortcuts: {
    section: 'Reiter',
    next: 'Nächster Reiter',
    previous: 'Voriger Reiter',
    nth: (place) => `Reiter ${place}`,
    close: 'Reiter schließen',
    closeOthers: 'Alle anderen Reiter schließen',
    reopen: 'Zuletzt geschlossenen Reiter zurückholen',
    keep: 'Diesen Fall als Reiter behalten',
  },
};
