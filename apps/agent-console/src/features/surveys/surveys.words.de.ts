import { plural } from '../../language/format.ts';
import type { surveysWords } from './surveys.words.ts';

export const surveysGerman: typeof surveysWords = {
  title: 'Umfragen',
  lead: 'Was jede Marke ihre Kunden fragt, nachdem ein Fall gelöst wurde.',
  caption: 'Umfragen',
  pageTitle: (brand) => `Umfrage von ${brand}`,
  one: 'Umfrage',
  pageLead: 'Ein Kunde antwortet je Lösung einmal und kann die Antwort ändern, bis sie abläuft.',
  failed: 'Die Umfragen ließen sich nicht laden.',
  oneFailed: 'Die Umfrage ließ sich nicht laden.',
  safe: 'Kunden werden gefragt wie bisher.',
  brand: 'Marke',
  question: 'Frage',
  when: 'Wann',
  changed: 'Geändert',
  on: 'Ein',
  off: 'Aus',
  enabled: 'Um Bewertung bitten',
  enabledHelp: 'Solange das aus ist, wird niemand gefragt, und Links in E-Mails nehmen keine Antwort an.',
  scale: 'Antworten',
  scales: { yes_no: 'Ja oder nein', four_star: 'Vier Stufen, schlecht bis sehr gut' },
  automatic: 'Per E-Mail fragen, nachdem ein Fall gelöst wurde',
  automaticHelp:
    'Ein Postfach kann es anders halten. Auch Regeln und Makros können die Umfrage senden, und Antwortvorlagen fragen mit {{feedback.link}}.',
  after: 'Stunden nach der Lösung',
  afterHelp: 'Niemand wird gefragt, wenn der Fall vorher wieder geöffnet wird.',
  again: 'Tage, bis zu demselben Fall wieder gefragt werden darf',
  expires: 'Tage, in denen eine Antwort angenommen wird',
  language: 'Sprache',
  addLanguage: 'Sprache hinzufügen',
  removeLanguage: (language) => `${language} entfernen`,
  questionOf: 'Frage',
  additional: 'Zusatzfrage',
  additionalHelp: 'Steht darunter und wird in Worten beantwortet. Leer lassen, um nicht mehr zu fragen.',
  preview: 'Was der Kunde sieht',
  previewSubject: 'In der E-Mail',
  previewPage: 'Auf der Seite',
  send: 'Antwort senden',
  sentence: (hours) =>
    hours === 0
      ? 'Fragt sofort per E-Mail'
      : `Fragt nach ${hours} ${plural(hours, { one: 'Stunde', other: 'Stunden' })} per E-Mail`,
  byHand: 'Fragt, wo ein Postfach, eine Regel oder eine Vorlage es tut',
  none: 'Es gibt noch keine Marken.',
};
