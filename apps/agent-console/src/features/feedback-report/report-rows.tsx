import type { FeedbackDimension, FeedbackFigure, FeedbackRow } from '@bureau/contracts';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatNumber } from '../../language/format.ts';
import type { Behind } from './behind-dialog.tsx';
import { feedbackReportWords as words } from './feedback-report.words.ts';
import { shareOf } from './read-window.ts';

interface ReportRowsProps {
  rows: readonly FeedbackRow[];
  by: FeedbackDimension;
  onBehind: (behind: Behind) => void;
}

/** The same figures for each agent, group, label, brand or channel. */
export function ReportRows({ rows, by, onBehind }: ReportRowsProps) {
  return (
    <DataTable
      caption={words.table(words.dimensions[by])}
      columns={columnsFor(by, onBehind)}
      rows={rows}
      rowId={({ key }) => String(key)}
    />
  );
}

function columnsFor(by: FeedbackDimension, onBehind: ReportRowsProps['onBehind']): Column<FeedbackRow>[] {
  const figure = (id: FeedbackFigure, isExtra = false): Column<FeedbackRow> => ({
    id,
    header: words.figures[id],
    align: 'end',
    isExtra,
    cell: (row) => {
      const name = nameOf(row, by);
      const open = () => onBehind({ figure: id, key: row.key === null ? 'none' : String(row.key), name });
      if (row[id] === 0) return <span className="report-none">0</span>;
      return (
        <button
          type="button"
          className="report-figure bu-figures"
          aria-label={`${words.behind(words.figures[id], name)}: ${formatNumber(row[id])}`}
          onClick={open}
        >
          {formatNumber(row[id])}
        </button>
      );
    },
  });
  return [
    { id: 'name', header: words.dimensions[by], width: '28%', cell: (row) => nameOf(row, by) },
    {
      id: 'share',
      header: words.content,
      align: 'end',
      cell: (row) => <Share row={row} by={by} onBehind={onBehind} />,
    },
    figure('answered'),
    figure('discontent'),
    figure('commented', true),
    figure('asked', true),
  ];
}

/** How many were content, in percent; it opens those. */
function Share({ row, by, onBehind }: { row: FeedbackRow } & Omit<ReportRowsProps, 'rows'>) {
  const share = shareOf(row.content, row.answered);
  const name = nameOf(row, by);
  if (share === null) return <span className="report-none">{words.noShare}</span>;
  const open = () => onBehind({ figure: 'content', key: row.key === null ? 'none' : String(row.key), name });
  return (
    <button
      type="button"
      className="report-figure bu-figures"
      aria-label={`${words.behind(words.content, name)}: ${words.share(share)}`}
      disabled={row.content === 0}
      onClick={open}
    >
      <strong>{words.share(share)}</strong>
    </button>
  );
}

function nameOf({ key, name }: FeedbackRow, by: FeedbackDimension): string {
  if (key === null) return words.without[by];
  if (typeof key === 'string') return words.channels[key];
  return name ?? String(key);
}
