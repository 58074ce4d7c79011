import type { FoundCase } from '@bureau/contracts';
import { Icon, RelativeTime, StatusMark } from '@bureau/ui';
import type { MouseEvent } from 'react';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { searchWords as words } from './search.words.ts';

export interface FoundRowProps {
  row: FoundCase;
  id: string;
  href: string;
  isSelected: boolean;
  onSelect: (caseId: number) => void;
}

/** One case that was found: whose, what about, and the place that tells why. */
export function FoundRow({ row, id, href, isSelected, onSelect }: FoundRowProps) {
  const select = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onSelect(row.id);
  };
  return (
    <a
      role="option"
      id={id}
      href={href}
      tabIndex={-1}
      aria-selected={isSelected}
      className="found-row"
      onClick={select}
    >
      <span className="found-row-mark">
        <StatusMark status={row.status} compact />
      </span>
      <span className="found-row-customer bu-truncate">
        {row.customer.name || row.customer.address} <span className="found-row-number">#{row.id}</span>
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
