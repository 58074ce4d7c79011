import type { CaseColumn, CaseSummary } from '@bureau/contracts';
import { Avatar, PriorityMark, RelativeTime, StatusMark } from '@bureau/ui';
import type { ReactNode } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { RatingMark, ratingWord } from '../../pieces/rating/index.ts';
import { caseListWords as words } from './case-list.words.ts';

interface ColumnLook {
  /** CSS width of its track in a table of cases. */
  width: string;
  /** Figures and times stand at the end, below each other. */
  isFigure?: boolean;
  cell: (row: CaseSummary) => ReactNode;
  /** In a row of two lines: what it adds there in words; absent where the row shows it anyway. */
  extra?: (row: CaseSummary) => string | null;
}

const time = (at: string | null) => at && <RelativeTime at={at} />;
const named = (thing: { name: string } | null) => thing?.name ?? null;

/** How each column that a filter can have looks. */
export const columnLooks: Record<CaseColumn, ColumnLook> = {
  status: { width: '104px', cell: ({ status }) => <StatusMark status={status} /> },
  priority: {
    width: '56px',
    cell: ({ priority }) => <PriorityMark level={priority} />,
    extra: ({ priority }) => words.priority(priority),
  },
  channel: {
    width: '80px',
    cell: ({ channel }) => words.channels[channel],
    extra: ({ channel }) => words.channels[channel],
  },
  customer: { width: 'minmax(96px, 1fr)', cell: ({ customer }) => customerName(customer) },
  company: {
    width: 'minmax(96px, 1fr)',
    cell: ({ company }) => named(company),
    extra: ({ company }) => named(company),
  },
  assignee: {
    width: 'minmax(104px, 0.8fr)',
    cell: ({ assignee }) =>
      assignee && (
        <>
          <Avatar name={assignee.name} size={16} isDecoration /> {assignee.name}
        </>
      ),
    extra: ({ assignee }) => named(assignee),
  },
  group: { width: 'minmax(80px, 0.7fr)', cell: ({ group }) => named(group), extra: ({ group }) => named(group) },
  brand: { width: 'minmax(80px, 0.7fr)', cell: ({ brand }) => brand.name, extra: ({ brand }) => brand.name },
  labels: { width: 'minmax(96px, 1fr)', cell: ({ labels }) => labels.map(({ name }) => name).join(' · ') },
  waitingSince: { width: '72px', isFigure: true, cell: ({ waitingSince }) => time(waitingSince) },
  createdAt: { width: '72px', isFigure: true, cell: ({ createdAt }) => time(createdAt) },
  activeAt: { width: '72px', isFigure: true, cell: ({ activeAt }) => time(activeAt) },
  updatedAt: { width: '72px', isFigure: true, cell: ({ updatedAt }) => time(updatedAt) },
  rating: {
    width: '104px',
    cell: ({ rating }) => rating && <RatingMark rating={rating.value} type={rating.type} />,
    extra: ({ rating }) => rating && ratingWord(rating.value, rating.type),
  },
};

/** The tracks of a table of cases: mark, subject, then the columns. */
export function tracksOf(columns: readonly CaseColumn[]): string {
  return [
    '28px',
    'minmax(160px, 3fr)',
    ...columns.map((column) => columnLooks[column].width),
    'minmax(0, max-content)',
  ].join(' ');
}

/** What the chosen columns add to a row of two lines. */
export function extrasOf(row: CaseSummary, columns: readonly CaseColumn[]): string {
  const extras = columns.map((column) => columnLooks[column].extra?.(row));
  return extras.filter((extra) => extra).join(' · ');
}
