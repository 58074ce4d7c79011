import type { conditionSentenceWords } from './condition-sentence.words.ts';

export const conditionSentenceGerman: typeof conditionSentenceWords = {
  everyCase: 'Alle Fälle',
  header: (name) => `Kopfzeile ${name}`,
  and: ' und ',
  or: ' oder ',
  isTrue: (label) => `${label}: ja`,
  isFalse: (label) => `${label}: nein`,
  isNobody: (label) => `${label} ist niemand oder nichts`,
  me: 'ich',
  mine: 'eine von meinen',
  gone: (id) => `etwas Gelöschtes (${id})`,
  text: (value) => `„${value}“`,
  amounts: {
    minutes: (amount) => (amount === 1 ? 'Minute' : `${amount} Minuten`),
    hours: (amount) => (amount === 1 ? 'Stunde' : `${amount} Stunden`),
    days: (amount) => (amount === 1 ? 'Tag' : `${amount} Tagen`),
  },
};
