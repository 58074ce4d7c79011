import { labelsApi, usersApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Avatar, StatusMark, TintDot, useNow } from '@bureau/ui';
import type { PickerChoice } from '@bureau/ui';
import { formatDate } from '../../language/format.ts';
import { useOutNow } from '../../pieces/absence/index.ts';
import type { BulkChoice } from './bulk-picker.tsx';
import { mornings } from './bulk-target.ts';
import { bulkWords as words } from './bulk.words.ts';

const NOBODY = 'nobody';
const MORNING = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
const STATUSES = ['open', 'pending', 'resolved'] as const;
const LEVELS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** The properties that can be given to many cases, with their choices. */
export function useBulkChoices(): BulkChoice[] {
  return [...useOwners(), ...useStanding(), ...useLabels()];
}

function useOwners(): BulkChoice[] {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {}).data?.items ?? [];
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const outOf = useOutNow();
  const me = {
    id: String(user.id),
    label: words.me(user.name),
    mark: <Avatar name={user.name} size={16} isDecoration />,
  };
  const others = users
    .filter(({ id }) => id !== user.id)
    .map(({ id, name }) => ({
      id: String(id),
      label: name,
      detail: outOf(id),
      mark: <Avatar name={name} size={16} isDecoration />,
    }));
  return [
    {
      ...{ id: 'assign', label: words.does.assign, icon: 'user', keys: 'shift+a' },
      groups: [
        { id: 'me', choices: [me, { id: NOBODY, label: words.nobody }] },
        { id: 'others', choices: others },
      ],
      changesOf: (id) => ({ assigneeId: id === NOBODY ? null : Number(id) }),
    },
    {
      ...{ id: 'group', label: words.does.group, icon: 'group', keys: 'shift+g' },
      groups: [
        { id: 'none', choices: [{ id: NOBODY, label: words.noGroup }] },
        { id: 'groups', choices: groups.map(({ id, name }) => ({ id: String(id), label: name })) },
      ],
      changesOf: (id) => ({ groupId: id === NOBODY ? null : Number(id) }),
    },
  ];
}

function useStanding(): BulkChoice[] {
  const now = useNow();
  const until = mornings(now);
  const sleeps: PickerChoice[] = until.map(({ id, at }) => ({
    id: at,
    label: words.sleeps[id],
    detail: formatDate(at, MORNING),
  }));
  return [
    {
      ...{ id: 'status', label: words.does.status, icon: 'contrast', keys: 'shift+s' },
      groups: [
        {
          id: 'statuses',
          choices: STATUSES.map((id) => ({ id, label: words.statuses[id], mark: <StatusMark status={id} compact /> })),
        },
      ],
      changesOf: (id) => ({ status: STATUSES.find((one) => one === id) }),
    },
    {
      ...{ id: 'priority', label: words.does.priority, icon: 'chart', keys: 'shift+p' },
      groups: [
        {
          id: 'levels',
          choices: LEVELS.map((level) => ({ id: String(level), label: words.priority(level) })),
        },
      ],
      changesOf: (id) => ({ priority: Number(id) }),
    },
    {
      ...{ id: 'snooze', label: words.does.snooze, icon: 'clock', keys: 'shift+h' },
      groups: [
        { id: 'until', choices: [...sleeps, { id: NOBODY, label: words.sleeps.answer }] },
        { id: 'wake', choices: [{ id: 'wake', label: words.sleeps.wake }] },
      ],
      changesOf: (id) => ({ snooze: id === 'wake' ? null : { until: id === NOBODY ? null : id } }),
    },
  ];
}

function useLabels(): BulkChoice[] {
  const labels = useRoute(labelsApi.list, { query: { type: 'case', enabled: 'true' } }).data?.items ?? [];
  const choices = labels.map(({ id, name, color }) => ({
    id: String(id),
    label: name,
    mark: <TintDot tint={color} />,
  }));
  const groups = [{ id: 'labels', choices }];
  return [
    {
      ...{ id: 'label', label: words.does.label, icon: 'label', keys: 'shift+l', groups },
      changesOf: (id) => ({ labels: [Number(id)], labelAction: 'append' }),
    },
    {
      ...{ id: 'unlabel', label: words.does.unlabel, icon: 'minus', keys: 'shift+u', groups },
      changesOf: (id) => ({ labels: [Number(id)], labelAction: 'remove' }),
    },
  ];
}
