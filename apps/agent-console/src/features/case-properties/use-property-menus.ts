import { usersApi } from '@bureau/contracts';
import type { Case, CaseStatus } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import type { MenuGroup } from '@bureau/ui';
import { statusBefore, toAssignee, toGroup, toPriority, toStatus } from './case-changes.ts';
import { propertiesWords as words } from './case-properties.words.ts';
import { useChangeCase } from './use-change-case.ts';

const settable: readonly CaseStatus[] = ['open', 'pending', 'resolved'];
const levels = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const keysOfStatus: Partial<Record<CaseStatus, string>> = { resolved: 'e' };

export interface PropertyMenus {
  status: MenuGroup[];
  priority: MenuGroup[];
  group: MenuGroup[];
  assignee: MenuGroup[];
  /** Resolves an open case, reopens a resolved one. */
  toggleResolved: () => void;
}

/** What each property of a case can be set to. */
export function usePropertyMenus(supportCase: Case): PropertyMenus {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const change = useChangeCase(supportCase.id);
  const setStatus = (status: CaseStatus) => void change(toStatus(status), toStatus(statusBefore(supportCase)));
  const assign = (to: { id: number; name: string } | null) =>
    void change(toAssignee(to), toAssignee(supportCase.assignee));
  const moveTo = (to: { id: number; name: string } | null) => void change(toGroup(to), toGroup(supportCase.group));

  const people = (users.data?.items ?? []).filter(({ id }) => id !== user.id);
  const { assignee, group } = supportCase;
  return {
    status: [
      {
        id: 'status',
        actions: settable.map((status) => ({
          id: status,
          label: words.statuses[status],
          detail: words.statusDetails[status],
          keys: keysOfStatus[status],
          isChecked: status === supportCase.status,
          onAction: () => setStatus(status),
        })),
      },
    ],
    priority: [
      {
        id: 'priority',
        actions: levels.map((level) => ({
          id: String(level),
          label: words.priorityLevel(level),
          detail: level === 10 ? words.highest : level === 1 ? words.lowest : undefined,
          isChecked: level === supportCase.priority,
          onAction: () => void change(toPriority(level), toPriority(supportCase.priority)),
        })),
      },
    ],
    group: [
      {
        id: 'none',
        actions: [{ id: 'none', label: words.noGroup, isChecked: group === null, onAction: () => moveTo(null) }],
      },
      {
        id: 'groups',
        actions: (groups.data?.items ?? []).map(({ id, name }) => ({
          id: String(id),
          label: name,
          isChecked: group?.id === id,
          onAction: () => moveTo({ id, name }),
        })),
      },
    ],
    assignee: [
      {
        id: 'first',
        actions: [
          { id: 'me', label: words.me(user.name), isChecked: assignee?.id === user.id, onAction: () => assign(user) },
          { id: 'nobody', label: words.nobody, isChecked: assignee === null, onAction: () => assign(null) },
        ],
      },
      {
        id: 'others',
        actions: people.map(({ id, name }) => ({
          id: String(id),
          label: name,
          isChecked: assignee?.id === id,
          onAction: () => assign({ id, name }),
        })),
      },
    ],
    toggleResolved: () => setStatus(supportCase.status === 'resolved' ? 'open' : 'resolved'),
  };
}
