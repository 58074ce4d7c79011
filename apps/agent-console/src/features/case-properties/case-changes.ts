import type { Case, CaseStatus, Group, UserSummary } from '@bureau/contracts';
import type { CaseChange } from '../../pieces/change-case/index.ts';
import { propertiesWords } from './case-properties.words.ts';

const words = propertiesWords;

export function toStatus(status: CaseStatus): CaseChange {
  return { body: { status }, after: { status }, said: words.said.status(words.statuses[status]) };
}

export function toPriority(priority: number): CaseChange {
  return { body: { priority }, after: { priority }, said: words.said.priority(priority) };
}

export function toAssignee(assignee: UserSummary | null): CaseChange {
  const said = assignee ? words.said.assignee(assignee.name) : words.said.unassigned;
  return { body: { assigneeId: assignee?.id ?? null }, after: { assignee }, said };
}

export function toGroup(group: Pick<Group, 'id' | 'name'> | null): CaseChange {
  const said = group ? words.said.group(group.name) : words.said.noGroup;
  return { body: { groupId: group?.id ?? null }, after: { group }, said };
}

export function toSubject(subject: string): CaseChange {
  return { body: { subject }, after: { subject }, said: words.said.subject };
}

/** The status that undoing leads to: a new case that was touched is open. */
export function statusBefore({ status }: Pick<Case, 'status'>): CaseStatus {
  return status === 'new' ? 'open' : status;
}
