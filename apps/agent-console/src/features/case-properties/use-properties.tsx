import { usersApi } from '@bureau/contracts';
import type { Case, CaseStatus, Group, UserDetails, UserSummary } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Avatar, Icon, PriorityMark, StatusMark } from '@bureau/ui';
import type { PickerChoice, PickerGroup } from '@bureau/ui';
import { useOutNow } from '../../pieces/absence/index.ts';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import { statusBefore, toAssignee, toGroup, toPriority, toStatus } from './case-changes.ts';
import { propertiesWords as words } from './case-properties.words.ts';

const settable: readonly CaseStatus[] = ['open', 'pending', 'resolved'];
const levels = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const NONE = 'none';

/** What a property can be set to, and how. */
export interface PropertyChoices {
  groups: readonly PickerGroup[];
  choose: (id: string) => void;
}

export interface Properties {
  status: PropertyChoices;
  priority: PropertyChoices;
  group: PropertyChoices;
  assignee: PropertyChoices;
  /** Resolves an open case, reopens a resolved one. */
  toggleResolved: () => void;
  assignToMe: () => void;
  /** Why nothing can be changed; null when it can. */
  frozen: string | null;
}

/** What each property of a case can be set to. */
export function useProperties(supportCase: Case): Properties {
  const { user } = useSession();
  const { frozen, change } = useChangeCase(supportCase);
  const setStatus = (status: CaseStatus) => {
    if (frozen !== null || status !== supportCase.status) {
      void change(toStatus(status), toStatus(statusBefore(supportCase)));
    }
  };
  const setPriority = (level: number) => {
    if (level !== supportCase.priority) void change(toPriority(level), toPriority(supportCase.priority));
  };
  const assign = (to: UserSummary | null) => {
    if (to?.id === supportCase.assignee?.id) return;
    void change(toAssignee(to && { id: to.id, name: to.name }), toAssignee(supportCase.assignee));
  };
  const moveTo = (to: Pick<Group, 'id' | 'name'> | null) => {
    if (to?.id !== supportCase.group?.id) void change(toGroup(to), toGroup(supportCase.group));
  };
  const team = useTeam();
  return {
    frozen,
    status: statusChoices(supportCase, setStatus),
    priority: priorityChoices(supportCase, setPriority),
    group: groupChoices(supportCase, team, moveTo),
    assignee: assigneeChoices(supportCase, team, { me: user, assign }),
    toggleResolved: () => setStatus(supportCase.status === 'resolved' ? 'open' : 'resolved'),
    assignToMe: () => assign(user),
  };
}

interface Team {
  /** Of somebody who is out of office: until when, and who stands in. */
  outOf: (userId: number) => string | undefined;
  people: readonly UserDetails[];
  groups: readonly Group[];
}

function useTeam(): Team {
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  return { people: users.data?.items ?? [], groups: groups.data?.items ?? [], outOf: useOutNow() };
}

function statusChoices(supportCase: Case, set: (status: CaseStatus) => void): PropertyChoices {
  const choices = settable.map((status) => ({
    id: status,
    label: words.statuses[status],
    detail: words.statusDetails[status],
    mark: <StatusMark status={status} compact />,
    isChecked: status === supportCase.status,
  }));
  return {
    groups: [{ id: 'status', choices }],
    choose: (id) => {
      const status = settable.find((one) => one === id);
      if (status) set(status);
    },
  };
}

function priorityChoices(supportCase: Case, set: (level: number) => void): PropertyChoices {
  const choices = levels.map((level) => ({
    id: String(level),
    label: words.priorityLevel(level),
    detail: level === 10 ? words.highest : level === 1 ? words.lowest : undefined,
    mark: <PriorityMark level={level} />,
    isChecked: level === supportCase.priority,
  }));
  return { groups: [{ id: 'priority', choices }], choose: (id) => set(Number(id)) };
}

function groupChoices(
  { group }: Case,
  { people, groups, outOf }: Team,
  moveTo: (to: Pick<Group, 'id' | 'name'> | null) => void,
): PropertyChoices {
  const none = { id: NONE, label: words.noGroup, mark: <Icon name="group" />, isChecked: group === null };
  const all = groups.map(({ id, name, userIds }) => ({
    id: String(id),
    label: name,
    detail: words.members(
      userIds.length,
      people.filter((one) => one.available && !outOf(one.id) && userIds.includes(one.id)).length,
    ),
    mark: <Icon name="group" />,
    isChecked: group?.id === id,
  }));
  return {
    groups: [
      { id: 'groups', choices: all },
      { id: 'no group', choices: [none] },
    ],
    choose: (id) => {
      const found = groups.find((one) => String(one.id) === id);
      if (found) moveTo({ id: found.id, name: found.name });
      if (id === NONE) moveTo(null);
    },
  };
}

/** Me, then the members of the case's group, then everybody else; who takes cases now comes first. */
function assigneeChoices(
  { assignee, group }: Case,
  { people, groups, outOf }: Team,
  { me, assign }: { me: UserSummary; assign: (to: UserSummary | null) => void },
): PropertyChoices {
  const memberIds = groups.find(({ id }) => id === group?.id)?.userIds ?? [];
  const isHere = ({ id, available }: UserDetails) => available && outOf(id) === undefined;
  const others = people
    .filter(({ id, state }) => id !== me.id && state !== 'disabled')
    .toSorted((one, other) => Number(isHere(other)) - Number(isHere(one)) || one.name.localeCompare(other.name));
  const choiceOf = (one: UserDetails): PickerChoice => ({
    id: String(one.id),
    label: one.name,
    detail: outOf(one.id),
    aside: isHere(one) ? words.available : words.away,
    mark: <Avatar name={one.name} size={20} isDecoration />,
    isChecked: assignee?.id === one.id,
  });
  const mine = {
    id: String(me.id),
    label: words.me(me.name),
    mark: <Avatar name={me.name} size={20} isDecoration />,
    keys: 'm',
    isChecked: assignee?.id === me.id,
  };
  const nobody = { id: NONE, label: words.nobody, mark: <Icon name="user" size={20} />, isChecked: assignee === null };
  const isMember = ({ id }: UserDetails) => memberIds.includes(id);
  const rest = others.filter((one) => !isMember(one)).map(choiceOf);
  return {
    groups: [
      { id: 'first', choices: [mine, nobody] },
      {
        id: 'members',
        title: group ? words.inGroup(group.name) : undefined,
        choices: others.filter(isMember).map(choiceOf),
      },
      { id: 'others', title: group ? words.others : undefined, choices: rest },
    ],
    choose: (id) => {
      const found = [me, ...people].find((one) => String(one.id) === id);
      if (found) assign(found);
      if (id === NONE) assign(null);
    },
  };
}
