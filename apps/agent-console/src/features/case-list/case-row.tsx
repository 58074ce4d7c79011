import type { CaseSummary } from '@bureau/contracts';
import { Avatar, Badge, Icon, PresenceMark, RelativeTime, StatusMark, useNow } from '@bureau/ui';
import { memo } from 'react';
import type { MouseEvent } from 'react';
import { caseListWords as words } from './case-list.words.ts';
import { waitingTone } from './waiting-tone.ts';

/** Who else is at a case, by name. */
export interface RowPresence {
  viewing: readonly string[];
  writing: readonly string[];
}

export interface CaseRowProps {
  row: CaseSummary;
  id: string;
  href: string;
  isSelected: boolean;
  hasLeft: boolean;
  presence: RowPresence | undefined;
  position: number;
  count: number;
  onSelect: (caseId: number) => void;
}

/** One case in the list: who, what, how it stands, and how long the customer has been waiting. */
export const CaseRow = memo(function CaseRow({ row, isSelected, hasLeft, presence, onSelect, ...place }: CaseRowProps) {
  const now = useNow();
  const { waitingSince, customer, assignee } = row;
  const select = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onSelect(row.id);
  };
  return (
    <a
      role="option"
      id={place.id}
      href={place.href}
      tabIndex={-1}
      aria-selected={isSelected}
      aria-posinset={place.position}
      aria-setsize={place.count}
      className="case-row"
      data-status={row.status}
      data-left={hasLeft || undefined}
      title={hasLeft ? words.hasLeft : undefined}
      onClick={select}
    >
      <span className="case-row-mark">
        <StatusMark status={row.status} compact />
      </span>
      <span className="case-row-customer bu-truncate">{customer.name || customer.address}</span>
      <span className="case-row-signs">
        {presence && <PresenceMark kind="writing" names={presence.writing} compact />}
        {presence && <PresenceMark kind="viewing" names={presence.viewing} compact />}
        {row.deliveryTrouble && (
          <Icon name="alert" size={14} label={words.deliveryTrouble} className="case-row-trouble" />
        )}
        {assignee && (
          <span title={words.assignedTo(assignee.name)}>
            <Avatar name={assignee.name} size={16} />
          </span>
        )}
      </span>
      <span className="case-row-time bu-figures">
        <RelativeTime
          at={waitingSince ?? row.activeAt}
          tone={waitingSince === null ? undefined : waitingTone(waitingSince, now)}
        />
      </span>
      <span className="case-row-words bu-truncate">
        {row.labels.length > 0 && (
          <span className="case-row-labels">
            {row.labels.slice(0, 2).map(({ id, name }) => (
              <Badge key={id}>{name}</Badge>
            ))}
            {row.labels.length > 2 && <Badge>+{row.labels.length - 2}</Badge>}
          </span>
        )}
        <span className="case-row-subject">{row.subject || words.noSubject}</span>
        {row.excerpt && <span className="case-row-excerpt"> {row.excerpt}</span>}
      </span>
      {hasLeft && <span className="bu-hidden">{words.hasLeft}</span>}
    </a>
  );
});
