import type { FeedbackPeriod, FeedbackReport } from '@bureau/contracts';
import { useLayoutEffect, useRef } from 'react';
import { formatDate } from '../../language/format.ts';
import type { Behind } from './behind-dialog.tsx';
import { feedbackReportWords as words } from './feedback-report.words.ts';

interface OverTimeProps {
  periods: FeedbackReport['periods'];
  every: FeedbackPeriod;
  onBehind: (behind: Behind) => void;
}

/** One bar a period: content below, discontent above it; as high as there were answers. The figures stand beneath. */
export function OverTime({ periods, every, onBehind }: OverTimeProps) {
  const most = Math.max(1, ...periods.map(({ answered }) => answered));
  const chart = useRef<HTMLElement>(null);
  // What does not fit is the past.
  useLayoutEffect(() => chart.current?.scrollTo?.({ left: chart.current.scrollWidth }), [periods]);
  return (
    <section ref={chart} className="report-chart" data-every={every} aria-label={words.overTime}>
      <ol>
        {periods.map(({ from, answered, content, discontent }, index) => {
          const name = nameOf(from, every);
          return (
            <li key={from}>
              <button
                type="button"
                aria-label={words.bar(name, content, discontent)}
                title={words.bar(name, content, discontent)}
                disabled={answered === 0}
                onClick={() => onBehind({ figure: 'answered', period: from, name })}
              >
                <span className="report-bar" style={{ height: `${(answered / most) * 100}%` }}>
                  <i data-kind="discontent" style={{ flexGrow: discontent }} />
                  <i data-kind="content" style={{ flexGrow: content }} />
                </span>
              </button>
              <span className="bu-figures report-count" data-none={answered === 0 || undefined}>
                {answered}
              </span>
              <span className="report-period">{isWithinMonth(from, every, index) ? Number(from.slice(-2)) : name}</span>
            </li>
          );
        })}
      </ol>
      <p className="report-legend" aria-hidden="true">
        <span data-kind="content">{words.figures.content}</span>
        <span data-kind="discontent">{words.figures.discontent}</span>
      </p>
    </section>
  );
}

/** Days are narrow: the month stands at the first of them, and where another begins. */
function isWithinMonth(from: string, every: FeedbackPeriod, index: number): boolean {
  return every === 'day' && index > 0 && !from.endsWith('-01');
}

/** A first day as its period is called; the days are those of the desk, so no zone moves them. */
function nameOf(from: string, every: FeedbackPeriod): string {
  const at = `${from}T00:00:00Z`;
  if (every === 'month') return formatDate(at, { timeZone: 'UTC', month: 'short', year: '2-digit' });
  return formatDate(at, { timeZone: 'UTC', day: 'numeric', month: 'short' });
}
