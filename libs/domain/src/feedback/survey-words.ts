import type { Rating, RatingType, SurveyWords } from '@bureau/contracts';

/** The words of a survey in the first of these languages that it has, also without its country; else the first it has. */
export function surveyWordsIn(
  words: Readonly<Record<string, SurveyWords>>,
  languages: readonly (string | null)[],
): { language: string } & SurveyWords {
  const known = Object.keys(words);
  const language =
    languages
      .filter((wanted) => wanted !== null)
      .map((wanted) => known.find((one) => one === wanted) ?? known.find((one) => rootOf(one) === rootOf(wanted)))
      .find((found) => found !== undefined) ?? known[0];
  const found = language === undefined ? undefined : words[language];
  if (language === undefined || found === undefined) return { language: 'en', question: '', additionalQuestion: '' };
  return { language, ...found };
}

/** What a mail that asks says around the question of the brand. */
export interface AskingWords {
  subject: (caseId: number) => string;
  about: (caseId: number) => string;
  /** What a choice is called. */
  choice: (rating: Rating, type: RatingType) => string;
  /** That a click alone does not answer, and until when one can. */
  note: (days: number) => string;
}

const CHOICES = {
  en: { yes_no: ['No', '', '', 'Yes'], four_star: ['Poor', 'Fair', 'Good', 'Great'] },
  de: { yes_no: ['Nein', '', '', 'Ja'], four_star: ['Schlecht', 'Mäßig', 'Gut', 'Sehr gut'] },
} as const;

const ENGLISH: AskingWords = {
  subject: (caseId) => `How did we do? (#${caseId})`,
  about: (caseId) => `We consider your request #${caseId} as done.`,
  choice: (rating, type) => CHOICES.en[type][rating] ?? '',
  note: (days) =>
    `A click opens a page on which you confirm your answer and can add some words. You can answer for ${days} ${days === 1 ? 'day' : 'days'}.`,
};

const GERMAN: AskingWords = {
  subject: (caseId) => `Waren Sie zufrieden? (#${caseId})`,
  about: (caseId) => `Ihre Anfrage #${caseId} haben wir abgeschlossen.`,
  choice: (rating, type) => CHOICES.de[type][rating] ?? '',
  note: (days) =>
    `Ein Klick öffnet eine Seite, auf der Sie Ihre Antwort bestätigen und etwas dazu schreiben können. Antworten können Sie ${days === 1 ? 'einen Tag' : `${days} Tage`} lang.`,
};

/** In German, or else in English. */
export function askingWords(language: string): AskingWords {
  return rootOf(language) === 'de' ? GERMAN : ENGLISH;
}

function rootOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}
