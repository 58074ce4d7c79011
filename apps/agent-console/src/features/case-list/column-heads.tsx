import type { CaseColumn } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { columnLooks, tracksOf } from './case-columns.tsx';
import { caseListWords as words } from './case-list.words.ts';
import type { Sort } from './place-case.ts';

/** What stands above the columns of a list; the order is chosen in the menu of the list. */
export function ColumnHeads({ columns, sort }: { columns: readonly CaseColumn[]; sort: Sort }) {
  return (
    <div className="case-heads" style={{ gridTemplateColumns: tracksOf(columns) }} aria-hidden="true">
      <span />
      <span className="bu-truncate">{words.subject}</span>
      {columns.map((column) => (
        <span key={column} className="bu-truncate" data-figure={columnLooks[column].isFigure || undefined}>
          {words.columns[column]}
          {column === sort.field && <Icon name={sort.direction === 'asc' ? 'chevron-up' : 'chevron-down'} size={12} />}
        </span>
      ))}
    </div>
  );
}
