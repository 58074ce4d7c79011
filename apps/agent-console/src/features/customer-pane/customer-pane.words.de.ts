import type { customerWords } from './customer-pane.words.ts';

export const customerPaneGerman: typeof customerWords = {
  title: 'Kunde',
  addresses: 'Adressen',
  feedback: 'Bewertung',
  added: 'Angelegt',
  cases: (count) => (count === 1 ? '1 Fall' : `${count} Fälle`),
  otherCases: 'Andere Fälle',
  noOtherCases: 'Keine anderen Fälle.',
  failed: 'Der Kunde konnte nicht geladen werden.',
  safe: 'Der Fall und Ihr Entwurf sind sicher.',
  blocked: 'Gesperrt',
  profiles: 'In den Netzwerken',
  followers: (count) => `${count} Follower`,
  verified: 'Verifiziert',
  samePerson: 'Dieselbe Person wie ein anderer Kunde?',
  networks: { x: 'X', facebook: 'Facebook' },
  noSubject: '(kein Betreff)',
};
