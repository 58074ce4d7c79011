import { rolesApi, usersApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Switch } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatList } from '../../language/format.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { integrationUrlsWords as words } from './integration-urls.words.ts';
import { useChangeIntegrations } from './use-change-integrations.ts';

interface IntegrationsTableProps {
  integrations: readonly IntegrationUrl[];
  onOpen: (integration: IntegrationUrl) => void;
}

/** Integrations in the order in which agents see them: to be moved, switched off, opened. */
export function IntegrationsTable({ integrations, onOpen }: IntegrationsTableProps) {
  const { move, enable } = useChangeIntegrations();
  const whoSees = useWhoSees();
  return (
    <DataTable<IntegrationUrl>
      caption={words.caption}
      isCaptionHidden
      rows={integrations}
      rowId={({ id }) => String(id)}
      rowName={({ name }) => name}
      onOpen={onOpen}
      onMove={(integration, place) => move(integrations, integration, place)}
      columns={columnsWith({ whoSees, enable })}
    />
  );
}

interface Columns {
  whoSees: (integration: IntegrationUrl) => string;
  enable: (integration: IntegrationUrl, enabled: boolean) => void;
}

function columnsWith({ whoSees, enable }: Columns): Column<IntegrationUrl>[] {
  return [
    {
      id: 'name',
      header: words.columns.name,
      cell: ({ name, markup }) => (
        <span className="integration-cell">
          <span>{name}</span>
          <span className="integration-quiet">{markup}</span>
        </span>
      ),
    },
    {
      id: 'kind',
      header: words.columns.kind,
      width: '20%',
      isExtra: true,
      cell: ({ kind, secretAt }) => (
        <span className="integration-kind">
          {words.kinds[kind]}
          {kind === 'canvas' && secretAt === null && (
            <Badge tone="caution" icon="alert">
              {words.noSecret}
            </Badge>
          )}
        </span>
      ),
    },
    { id: 'who', header: words.columns.who, width: '18%', isExtra: true, cell: whoSees },
    {
      id: 'changed',
      header: words.columns.changed,
      width: '88px',
      align: 'end',
      isExtra: true,
      cell: ({ updatedAt, updatedBy }) => <LastChange at={updatedAt} by={updatedBy?.name ?? null} />,
    },
    {
      id: 'enabled',
      header: words.columns.enabled,
      width: '64px',
      cell: (integration) => (
        <Switch
          aria-label={words.enabledOf(integration.name)}
          isSelected={integration.enabled}
          onChange={(enabled) => enable(integration, enabled)}
        />
      ),
    },
  ];
}

function useWhoSees(): (integration: IntegrationUrl) => string {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const users = useRoute(usersApi.list, {}).data?.items ?? [];
  const roles = useRoute(rolesApi.list, {}).data?.items ?? [];
  const nameIn = (all: readonly { id: number; name: string }[], id: number) =>
    all.find((one) => one.id === id)?.name ?? `#${id}`;
  return ({ visibility, roleIds }) => {
    const who =
      visibility.for === 'everyone'
        ? words.everyone
        : visibility.for === 'group'
          ? words.groupOf(nameIn(groups, visibility.groupId))
          : words.userOf(nameIn(users, visibility.userId));
    return roleIds.length === 0 ? who : words.rolesOf(who, formatList(roleIds.map((id) => nameIn(roles, id))));
  };
}
