import './feedback-report.css';
import { feedbackReportApi } from '@bureau/contracts';
import type { FeedbackFigure, FeedbackReport } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Skeleton, useNow } from '@bureau/ui';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { BehindDialog } from './behind-dialog.tsx';
import type { Behind } from './behind-dialog.tsx';
import { Definitions } from './definitions.tsx';
import { feedbackReportWords as words } from './feedback-report.words.ts';
import { OverTime } from './over-time.tsx';
import { readWindow, shareOf, writeWindow } from './read-window.ts';
import type { ReportWindow } from './read-window.ts';
import { ReportRows } from './report-rows.tsx';
import { WindowFields } from './window-fields.tsx';

/** How content customers were, by whom and when; every figure opens the cases behind it. */
export function FeedbackReportPage({ query, go }: AdminPageProps) {
  const now = useNow();
  const window = readWindow(query, now);
  const [behind, setBehind] = useState<Behind | null>(null);
  const { brandId, ...days } = window;
  const asked = { ...days, ...(brandId === null ? {} : { brandId }) };
  const report = useRoute(feedbackReportApi.read, { query: asked }, { keepPrevious: true });
  return (
    <AdminPage title={words.title} lead={words.lead} isWide>
      <WindowFields
        window={window}
        onChange={(changes) => go({ query: writeWindow({ ...window, ...changes }), replace: true })}
      />
      {report.isPending && <Skeleton rows={6} />}
      {report.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(report.error)}
          onRetry={() => void report.refetch()}
          isRetrying={report.isFetching}
        />
      )}
      {report.data && <Report report={report.data} window={window} onBehind={setBehind} />}
      {behind && <BehindDialog asked={asked} behind={behind} onClose={() => setBehind(null)} />}
    </AdminPage>
  );
}

interface ReportProps {
  report: FeedbackReport;
  window: ReportWindow;
  onBehind: (behind: Behind) => void;
}

function Report({ report, window, onBehind }: ReportProps) {
  const { total, rows, periods, timeZone } = report;
  if (total.asked + total.answered === 0) return <EmptyState icon="chart">{words.none}</EmptyState>;
  const rate = shareOf(total.askedAndAnswered, total.asked);
  const content = shareOf(total.content, total.answered);
  const open = (figure: FeedbackFigure) => () => onBehind({ figure, name: words.all });
  return (
    <>
      <dl className="report-figures">
        <Figure
          name={words.content}
          value={content === null ? words.noShare : words.share(content)}
          onOpen={open('content')}
        />
        <Figure name={words.figures.answered} value={String(total.answered)} onOpen={open('answered')} />
        <Figure name={words.figures.asked} value={String(total.asked)} onOpen={open('asked')} />
        <Figure name={words.rate} value={rate === null ? words.noShare : words.share(rate)} />
        <Figure name={words.figures.commented} value={String(total.commented)} onOpen={open('commented')} />
      </dl>
      <OverTime periods={periods} every={window.every} onBehind={onBehind} />
      <ReportRows rows={rows} by={window.by} onBehind={onBehind} />
      <Definitions timeZone={timeZone} by={window.by} />
    </>
  );
}

function Figure({ name, value, onOpen }: { name: string; value: string; onOpen?: () => void }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="bu-figures">
        {onOpen ? (
          <button type="button" className="report-figure" onClick={onOpen} aria-label={`${name}: ${value}`}>
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}
