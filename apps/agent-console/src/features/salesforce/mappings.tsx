import { salesforceMappingsApi } from '@bureau/contracts';
import type { Mapping, MappingsOfObject, StandardMapping, SyncObject } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, IconButton, Menu, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { nameOfField } from '../../pieces/synced-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { AddMapping } from './add-mapping.tsx';
import { Displayed } from './displayed.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { useMappingCommands } from './use-mapping-commands.ts';
import { ValueTable } from './value-table.tsx';

const words = objectWords.mappings;

/** Which fields of an object belong together, and what of the linked record people see. */
export function Mappings({ object }: { object: SyncObject }) {
  const all = useRoute(salesforceMappingsApi.ofObject, { params: { object } });
  if (all.data) return <Known object={object} all={all.data} />;
  return (
    <AdminSection title={words.title} lead={words.lead}>
      {all.isError ? (
        <ErrorState
          what={words.failed}
          safe={objectWords.safe}
          advice={problemText(all.error)}
          onRetry={() => void all.refetch()}
          isRetrying={all.isFetching}
        />
      ) : (
        <Skeleton rows={6} />
      )}
    </AdminSection>
  );
}

function Known({ object, all }: { object: SyncObject; all: MappingsOfObject }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <AdminSection
        title={words.title}
        lead={words.lead}
        action={
          all.deskFields.length > 0 && (
            <Button icon="plus" onPress={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
      >
        <OwnMappings object={object} all={all} />
        <DataTable
          caption={words.standard}
          columns={standardColumns}
          rows={all.standard}
          rowId={({ deskField }) => deskField}
        />
      </AdminSection>
      <Displayed object={object} all={all} />
      {isAdding && <AddMapping object={object} all={all} onClose={() => setAdding(false)} />}
    </>
  );
}

function OwnMappings({ object, all }: { object: SyncObject; all: MappingsOfObject }) {
  const [valuesOf, setValuesOf] = useState<Mapping | null>(null);
  const columns = [...ownColumns, deedsColumn(object, setValuesOf)];
  return (
    <>
      <DataTable caption={words.own} columns={columns} rows={all.mappings} rowId={({ id }) => String(id)}>
        <EmptyState icon="link">{all.deskFields.length > 0 ? words.nothing : words.noDeskFields}</EmptyState>
      </DataTable>
      {valuesOf && <ValueTable object={object} all={all} mapping={valuesOf} onClose={() => setValuesOf(null)} />}
    </>
  );
}

const standardColumns: readonly Column<StandardMapping>[] = [
  {
    id: 'desk',
    header: words.deskField,
    width: '30%',
    cell: ({ deskField, deskLabel }) => nameOfField(deskField, deskLabel),
  },
  { id: 'salesforce', header: words.salesforceField, width: '30%', cell: salesforceName },
  { id: 'way', header: words.way, isExtra: true, cell: ({ direction }) => objectWords.directions[direction] },
  { id: 'state', header: words.state, cell: ({ problem }) => <State problem={problem} /> },
];

const ownColumns: readonly Column<Mapping>[] = [
  { id: 'desk', header: words.deskField, width: '30%', cell: ({ deskLabel }) => deskLabel },
  { id: 'salesforce', header: words.salesforceField, width: '30%', cell: salesforceName },
  { id: 'way', header: words.way, isExtra: true, cell: ({ direction }) => objectWords.directions[direction] },
  {
    id: 'state',
    header: words.state,
    cell: ({ problem, enabled }) => <State problem={problem} isOff={!enabled} />,
  },
];

function salesforceName({ salesforceLabel, salesforceField }: StandardMapping | Mapping) {
  return (
    <span className="salesforce-name">
      {salesforceLabel}
      <code>{salesforceField}</code>
    </span>
  );
}

function State({ problem, isOff = false }: { problem: string; isOff?: boolean }) {
  if (problem !== '') return <span className="salesforce-problem">{sentenceInWords(problem)}</span>;
  return isOff ? <Badge>{words.off}</Badge> : <Badge tone="positive">{words.works}</Badge>;
}

function deedsColumn(object: SyncObject, onValues: (mapping: Mapping) => void): Column<Mapping> {
  return {
    ...{ id: 'deeds', header: words.deeds, width: '72px', align: 'end' },
    cell: (mapping) => <Deeds object={object} mapping={mapping} onValues={() => onValues(mapping)} />,
  };
}

function Deeds({ object, mapping, onValues }: { object: SyncObject; mapping: Mapping; onValues: () => void }) {
  const deeds = useMappingCommands(object);
  const { enabled, type } = mapping;
  const label = words.more(mapping.deskLabel);
  const values = { id: 'values', icon: 'list' as const, label: words.values, onAction: onValues };
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<IconButton icon="more" size="small" label={label} />}
      groups={[
        {
          id: 'deeds',
          actions: [
            ...(type === 'list' ? [values] : []),
            {
              id: 'turn',
              icon: enabled ? ('pause' as const) : ('play' as const),
              label: enabled ? words.turnOff : words.turnOn,
              onAction: () => deeds.change(mapping, { enabled: !enabled }),
            },
            {
              id: 'remove',
              icon: 'trash' as const,
              label: words.remove,
              isDanger: true,
              onAction: () => deeds.remove(mapping),
            },
          ],
        },
      ]}
    />
  );
}
