import { RATINGS_OF, type WriteSurvey } from '@bureau/contracts';
import { askingWords, escapeHtml, surveyWordsIn, type BothForms } from '@bureau/domain';

/**
 * A mail that asks: the question of the brand and one link for each answer. A link opens a page with the answer chosen and
 * counts nothing, for programs follow links too. Nothing in it was written by a stranger (security.md S6).
 */
export function surveyMail(
  survey: Pick<WriteSurvey, 'words' | 'ratingType' | 'expiresAfterDays'>,
  { caseId, languages, address }: { caseId: number; languages: readonly (string | null)[]; address: string },
): { subject: string; words: BothForms } {
  const { language, question } = surveyWordsIn(survey.words, languages);
  const words = askingWords(language);
  // The best first, as on the page.
  const choices = [...RATINGS_OF[survey.ratingType]].reverse().map((rating) => ({
    url: `${address}?rating=${rating}`,
    name: words.choice(rating, survey.ratingType),
  }));
  const note = words.note(survey.expiresAfterDays);
  return {
    subject: words.subject(caseId),
    words: {
      text: [words.about(caseId), question, choices.map(({ url, name }) => `${name}: ${url}`).join('\n'), note].join(
        '\n\n',
      ),
      html: [
        `<p>${escapeHtml(words.about(caseId))}</p>`,
        `<p><strong>${escapeHtml(question)}</strong></p>`,
        `<p>${choices.map(({ url, name }) => `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`).join(' &nbsp;·&nbsp; ')}</p>`,
        `<p>${escapeHtml(note)}</p>`,
      ].join('\n'),
    },
  };
}
