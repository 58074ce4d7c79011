import type { CaseColumn, CaseSummary } from '@bureau/contracts';
import { Avatar, Badge, Icon, PresenceMark, RelativeTime, StatusMark, useNow } from '@bureau/ui';
import { memo } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { networkOf } from '../../plain/network-of.ts';
import { columnLooks, extrasOf, tracksOf } from './case-columns.tsx';
import { pressOf, TickMark } from '../../pieces/ticks/index.ts';
import type { RowPress } from '../../pieces/ticks/index.ts';
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
  /** Undefined while nothing is ticked in the list. */
  isTicked: boolean | undefined;
  hasLeft: boolean;
  presence: RowPresence | undefined;
  position: number;
  count: number;
  columns: readonly CaseColumn[];
  /** The columns stand side by side, in one line. */
  isTable: boolean;
  onPress: (caseId: number, press: RowPress) => void;
}

/** One case in the list: who, what, how it stands, and how long the customer has been waiting. */
export const CaseRow = memo(function CaseRow({ row, isTicked, hasLeft, onPress, ...props }: CaseRowProps) {
  const { isTable, columns, presence } = props;
  const press = (event: MouseEvent) => {
    const means = pressOf(event);
    if (means === null) return;
    event.preventDefault();
    onPress(row.id, means);
  };
  return (
    <a
      role="option"
      id={props.id}
      href={props.href}
      tabIndex={-1}
      aria-selected={props.isSelected}
      aria-checked={isTicked}
      aria-posinset={props.position}
      aria-setsize={props.count}
      className={isTable ? 'case-row case-row-table' : 'case-row'}
      style={isTable ? { gridTemplateColumns: tracksOf(columns) } : undefined}
      data-status={row.status}
      data-left={hasLeft || undefined}
      title={hasLeft ? words.hasLeft : undefined}
      onClick={press}
    >
      <TickMark isTicked={isTicked}>
        <StatusMark status={row.status} compact />
      </TickMark>
      {isTable ? <Cells row={row} columns={columns} /> : <Lines row={row} columns={columns} presence={presence} />}
      {isTable && <Signs row={row} presence={presence} />}
      {hasLeft && <span className="bu-hidden">{words.hasLeft}</span>}
    </a>
  );
});

interface RowPart {
  row: CaseSummary;
  columns: readonly CaseColumn[];
}

/** Everything side by side, figures below each other. */
function Cells({ row, columns }: RowPart) {
  return (
    <>
      <span className="case-row-words bu-truncate">
        <Words row={row} />
      </span>
      {columns.map((column) => (
        <span
          key={column}
          className="case-row-cell bu-truncate bu-figures"
          data-figure={columnLooks[column].isFigure || undefined}
        >
          {columnLooks[column].cell(row)}
        </span>
      ))}
    </>
  );
}

function Lines({ row, columns, presence }: RowPart & Pick<CaseRowProps, 'presence'>) {
  const now = useNow();
  const { waitingSince, customer, assignee, labels } = row;
  const extras = extrasOf(row, assignee ? columns.filter((column) => column !== 'assignee') : columns);
  return (
    <>
      <span className="case-row-customer bu-truncate">{customerName(customer)}</span>
      <Signs row={row} presence={presence}>
        {assignee && (
          <span title={words.assignedTo(assignee.name)}>
            <Avatar name={assignee.name} size={16} />
          </span>
        )}
      </Signs>
      <span className="case-row-time bu-figures">
        <RelativeTime
          at={waitingSince ?? row.activeAt}
          tone={waitingSince === null ? undefined : waitingTone(waitingSince, now)}
        />
      </span>
      <span className="case-row-words bu-truncate">
        {labels.length > 0 && (
          <span className="case-row-labels">
            {labels.slice(0, 2).map(({ id, name }) => (
              <Badge key={id}>{name}</Badge>
            ))}
            {labels.length > 2 && <Badge>{words.moreLabels(labels.length - 2)}</Badge>}
          </span>
        )}
        <Words row={row} />
      </span>
      {extras && <span className="case-row-extras bu-truncate bu-figures">{extras}</span>}
    </>
  );
}

function Words({ row }: { row: CaseSummary }) {
  return (
    <>
      <span className="case-row-subject">{row.subject || words.noSubject}</span>
      {row.excerpt && !isSaidIn(row) && <span className="case-row-excerpt"> {row.excerpt}</span>}
    </>
  );
}

/** What was said on a network has no subject but its own first words; nobody reads them twice. */
function isSaidIn({ subject, excerpt }: CaseSummary): boolean {
  const words = subject.replace(/…$/, '').trim();
  return words !== '' && excerpt.replace(/^(?:@\w+\s+)+/, '').startsWith(words);
}

interface SignsProps {
  row: CaseSummary;
  presence: RowPresence | undefined;
  children?: ReactNode;
}

/** Who is there, who has it, and what went wrong with it. */
function Signs({ row: { lock, deliveryTrouble, channel }, presence, children }: SignsProps) {
  const network = networkOf({ channel });
  const isWriting = lock !== null && presence?.writing.includes(lock.user.name);
  return (
    <span className="case-row-signs">
      {presence && <PresenceMark kind="writing" names={presence.writing} compact />}
      {presence && <PresenceMark kind="viewing" names={presence.viewing} compact />}
      {lock && !isWriting && (
        <span title={words.takenBy(lock.user.name)}>
          <Icon name="lock" size={14} label={words.takenBy(lock.user.name)} />
        </span>
      )}
      {network !== null && <Icon name={`network-${network}`} size={14} label={words.channels[channel]} />}
      {deliveryTrouble && <Icon name="alert" size={14} label={words.deliveryTrouble} className="case-row-trouble" />}
      {children}
    </span>
  );
}
