import type { FeedbackDimension } from '@bureau/contracts';
import { feedbackReportWords as words } from './feedback-report.words.ts';

/** What each figure counts, in a sentence. */
export function Definitions({ timeZone, by }: { timeZone: string; by: FeedbackDimension }) {
  const { definitions } = words;
  const told = [
    [words.content, definitions.content],
    [words.figures.answered, definitions.answered],
    [words.figures.discontent, definitions.discontent],
    [words.figures.commented, definitions.commented],
    [words.figures.asked, definitions.asked],
    [words.rate, definitions.rate],
  ] as const;
  return (
    <section className="report-definitions">
      <h2>{words.whatItMeans}</h2>
      <dl>
        {told.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.zone(timeZone)} {by === 'label' && definitions.labels}{' '}
        {(by === 'agent' || by === 'group') && definitions.agents}
      </p>
    </section>
  );
}
