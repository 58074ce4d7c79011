import { API_PREFIX, FirstSyncFate, salesforceFirstSyncApi, SyncObject } from '@bureau/contracts';
import type { FirstSync, FirstSyncRow } from '@bureau/contracts';
import { keyOf, usePages } from '@bureau/client';
import { Badge, Button, Link, Select } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { placeOf } from '../../pieces/synced-fields/index.ts';
import { firstSyncWords as words } from './first-sync.words.ts';
import { LoadState, More } from './load-state.tsx';
import { OpenThere } from './open-there.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { trafficWords } from './salesforce-traffic.words.ts';

const ANY = 'any';
/** Milliseconds between two looks while rows are added. */
const LOOK_AGAIN = 5_000;
/** Those that are only counted are no rows. */
const FATES = FirstSyncFate.options.filter((fate) => fate !== 'unchanged');

interface Asked {
  object?: SyncObject;
  fate?: FirstSyncFate;
}

/** What happens, or happened, record by record. */
export function FirstSyncRows({ firstSync: { phase, state } }: { firstSync: FirstSync }) {
  const [asked, setAsked] = useState<Asked>({});
  const query = { ...asked, phase };
  const rows = usePages(
    salesforceFirstSyncApi.rows,
    { query },
    state === 'running' ? { refetchInterval: LOOK_AGAIN } : {},
  );
  const queries = useQueryClient();
  // It ends with rows that nobody has heard of yet.
  useEffect(() => void queries.invalidateQueries({ queryKey: keyOf(salesforceFirstSyncApi.rows) }), [queries, state]);
  const isFiltered = asked.object !== undefined || asked.fate !== undefined;
  return (
    <AdminSection
      title={words.list}
      lead={words.listLead}
      action={
        <Link href={addressOf(query)} download>
          {words.download}
        </Link>
      }
    >
      <Filters asked={asked} phase={phase} onChange={setAsked} />
      <DataTable
        key={state}
        caption={words.list}
        isCaptionHidden
        columns={columnsIn(phase)}
        rows={rows.items}
        rowId={({ id }) => String(id)}
      >
        <LoadState
          of={rows}
          failed={words.rowsFailed}
          empty={isFiltered ? words.emptyFilter : words.empty}
          action={isFiltered && <Button onPress={() => setAsked({})}>{words.clear}</Button>}
        />
      </DataTable>
      <More of={rows} />
    </AdminSection>
  );
}

interface FiltersProps {
  asked: Asked;
  phase: FirstSync['phase'];
  onChange: (asked: Asked) => void;
}

function addressOf(asked: Asked & Pick<FirstSync, 'phase'>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined));
  return `${API_PREFIX}${salesforceFirstSyncApi.download.path}?${query}`;
}

function Filters({ asked, phase, onChange }: FiltersProps) {
  return (
    <div className="salesforce-filters">
      <Select
        aria-label={words.object}
        choices={[
          { id: ANY, label: words.anyObject },
          ...SyncObject.options.map((id) => ({ id, label: objectWords.objects[id] })),
        ]}
        value={asked.object ?? ANY}
        onChange={(id) => onChange({ ...asked, object: SyncObject.options.find((one) => one === id) })}
      />
      <Select
        aria-label={words.fate[phase]}
        choices={[{ id: ANY, label: words.anyFate }, ...FATES.map((id) => ({ id, label: words.fates[id] }))]}
        value={asked.fate ?? ANY}
        onChange={(id) => onChange({ ...asked, fate: FATES.find((one) => one === id) })}
      />
    </div>
  );
}

const tones: Partial<Record<FirstSyncFate, Tone>> = { ambiguous: 'caution', failed: 'danger' };

function columnsIn(phase: FirstSync['phase']): Column<FirstSyncRow>[] {
  return [
    { id: 'record', header: words.record, width: '34%', cell: (row) => <Record row={row} /> },
    {
      id: 'fate',
      header: words.fate[phase],
      width: '180px',
      cell: ({ fate }) => <Badge tone={tones[fate] ?? 'neutral'}>{words.fates[fate]}</Badge>,
    },
    {
      id: 'why',
      header: words.why,
      isExtra: true,
      cell: ({ fields, reason }) => (reason === '' ? fields.join(', ') : sentenceInWords(reason)),
    },
  ];
}

function Record({ row: { object, deskId, name, url } }: { row: FirstSyncRow }) {
  const label = `${trafficWords.objects[object]}: ${name}`;
  return (
    <span className="salesforce-record">
      {deskId === null ? label : <Link href={placeOf({ object, deskId })}>{label}</Link>}
      <OpenThere url={url} />
    </span>
  );
}
