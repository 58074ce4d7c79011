import type { CaseGroup, FilterGrouping } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { memo } from 'react';
import { caseListWords as words } from './case-list.words.ts';

export interface GroupHeadingProps {
  id: string;
  entryId: number;
  group: CaseGroup;
  groupBy: FilterGrouping;
  isOpen: boolean;
  isSelected: boolean;
  position: number;
  count: number;
  onToggle: (entryId: number) => void;
}

/** What the cases below have in common, and how many they are. Press it, or the arrow keys, to fold them away. */
export const GroupHeading = memo(function GroupHeading({
  group,
  groupBy,
  isOpen,
  onToggle,
  ...props
}: GroupHeadingProps) {
  const name = headingOf(group, groupBy);
  return (
    <div
      role="option"
      id={props.id}
      tabIndex={-1}
      aria-selected={props.isSelected}
      aria-posinset={props.position}
      aria-setsize={props.count}
      aria-label={words.heading(name, group.count, isOpen)}
      className="case-heading"
      onClick={() => onToggle(props.entryId)}
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
      <span className="bu-truncate">{name}</span>
      <span className="case-heading-count bu-figures">{words.count(group.count)}</span>
    </div>
  );
});

function headingOf({ key, name }: CaseGroup, groupBy: FilterGrouping): string {
  if (name === null) return words.without[groupBy];
  if (groupBy === 'status') return words.statuses[key] ?? name;
  if (groupBy === 'channel') return words.channels[key] ?? name;
  return groupBy === 'priority' ? words.priority(Number(key)) : name;
}
