import { RATINGS_OF } from '@bureau/contracts';
import type { WriteSurvey } from '@bureau/contracts';
import { askingWords } from '@bureau/domain';
import { surveysWords as words } from './surveys.words.ts';

const CASE = 1042;

/** The mail and the page as a customer sees them, in the language that is being written. */
export function SurveyPreview({ survey, language }: { survey: WriteSurvey; language: string }) {
  const asked = survey.words[language];
  const said = askingWords(language);
  const choices = [...RATINGS_OF[survey.ratingType]].reverse().map((rating) => said.choice(rating, survey.ratingType));
  return (
    <section className="survey-preview" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      {survey.automatic && (
        <figure lang={language}>
          <figcaption>{words.previewSubject}</figcaption>
          <p className="survey-quiet">{said.subject(CASE)}</p>
          <p>{said.about(CASE)}</p>
          <p>
            <strong>{asked?.question}</strong>
          </p>
          <p className="survey-links">
            {choices.map((choice) => (
              <span key={choice}>{choice}</span>
            ))}
          </p>
          <p className="survey-quiet">{said.note(survey.expiresAfterDays || 0)}</p>
        </figure>
      )}
      <figure lang={language}>
        <figcaption>{words.previewPage}</figcaption>
        <p>
          <strong>{asked?.question}</strong>
        </p>
        <p className="survey-choices">
          {choices.map((choice) => (
            <span key={choice}>{choice}</span>
          ))}
        </p>
        {asked?.additionalQuestion && (
          <>
            <p>{asked.additionalQuestion}</p>
            <div className="survey-box" />
          </>
        )}
        <p>
          <span className="survey-button">{words.send}</span>
        </p>
      </figure>
    </section>
  );
}
