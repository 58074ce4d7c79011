import type { notificationsWords } from './notifications.words.ts';

export const notificationsGerman: typeof notificationsWords = {
  title: 'Benachrichtigungen',
  bell: (count, more) =>
    count === 0 ? 'Benachrichtigungen' : `Benachrichtigungen, ${more ? `mehr als ${count}` : count} ungelesen`,
  more: (count) => `${count}+`,
  did: {
    mention: (who) => `${who} hat Sie erwähnt`,
    assignment: (who) => `${who} hat Ihnen einen Fall zugewiesen`,
    message: (who) => `${who} hat geschrieben`,
  },
  list: 'Ihre Benachrichtigungen',
  all: 'Alle',
  unread: 'Ungelesen',
  show: 'Welche gezeigt werden',
  isUnread: 'Ungelesen',
  readAll: 'Alle gelesen',
  readOne: (what) => `Als gelesen markieren: ${what}`,
  allRead: 'Alle Benachrichtigungen sind gelesen.',
  today: 'Heute',
  yesterday: 'Gestern',
  older: 'Ältere zeigen',
  empty:
    'Noch nichts. Wenn jemand Sie erwähnt, Ihnen einen Fall zuweist oder in einem Ihrer Fälle schreibt, steht es hier.',
  emptyUnread: 'Sie haben alles gelesen.',
  showAll: 'Alle zeigen',
  toPage: 'Alle zeigen',
  settings: 'Benachrichtigungen einstellen',
  failed: 'Ihre Benachrichtigungen konnten nicht geladen werden.',
  safe: 'Keine geht verloren.',
  notRead: 'Nicht als gelesen markiert.',
  noSubject: '(kein Betreff)',
  shortcuts: { section: 'Gehe zu', page: 'Benachrichtigungen', keywords: 'glocke erwähnung neues benachrichtigungen' },
  titleBadge: (count, title) => `(${count})\u2002${title}`,
};
