import type { personCasesWords } from './person-cases.words.ts';

export const personCasesGerman: typeof personCasesWords = {
  noSubject: '(kein Betreff)',
  none: 'Noch keine Fälle.',
  failed: 'Die Fälle konnten nicht geladen werden.',
  more: 'Mehr zeigen',
  channels: {
    email: 'E-Mail',
    phone: 'Telefon',
    chat: 'Chat',
    twitter: 'X',
    facebook: 'Facebook',
    qna: 'Fragen und Antworten',
  },
};
