import type { FoundCase } from '@bureau/contracts';
import { Icon, RelativeTime, StatusMark } from '@bureau/ui';
import type { MouseEvent } from 'react';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { pressOf, TickMark } from '../../pieces/ticks/index.ts';
import type { RowPress } from '../../pieces/ticks/index.ts';
import { customerName } from '../../plain/customer-name.ts';
import { searchWords as words } from './search.words.ts';

export interface FoundRowProps {
  row: FoundCase;
  id: string;
  href: string;
  isSelected: boolean;
  /** Undefined while nothing is ticked. */
  isTicked: boolean | undefined;
  onPress: (caseId: number, press: RowPress) => void;
}

/** One case that was found: whose, what about, and the place that tells why. */
export function FoundRow({ row, id, href, isSelected, isTicked, onPress }: FoundRowProps) {
  const press = (event: MouseEvent) => {
    const means = pressOf(event);
    if (means === null) return;
    event.preventDefault();
    onPress(row.id, means);
  };
  return (
    <a
      role="option"
      id={id}
      href={href}
      tabIndex={-1}
      aria-selected={isSelected}
      aria-checked={isTicked}
      className="found-row"
      onClick={press}
    >
      <span className="found-row-mark">
        <TickMark isTicked={isTicked}>
          <StatusMark status={row.status} compact />
        </TickMark>
      </span>
      <span className="found-row-customer bu-truncate">
        {customerName(row.customer)} <span className="found-row-number">#{row.id}</span>
      </span>
      <span className="found-row-time bu-figures">
        <RelativeTime at={row.activeAt} />
      </span>
      <span className="found-row-subject bu-truncate">
        {row.subject === '' ? words.noSubject : <MarkedText text={row.subject} marks={row.subjectMarks} />}
      </span>
      <span className="found-row-text" data-kind={row.found?.kind}>
        {row.found?.kind === 'note' && <Icon name="note" size={12} label={words.inNote} />}
        {row.found ? <MarkedText text={row.found.text} marks={row.found.marks} /> : row.excerpt}
      </span>
    </a>
  );
}
