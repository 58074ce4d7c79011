import { API_PREFIX, FirstSyncFate, salesforceFirstSyncApi, SyncObject } from '@bureau/contracts';
import type { FirstSync, FirstSyncRow } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Badge, Button, Link, Select } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { placeOf } from '../../pieces/synced-fields/index.ts';
import { firstSyncWords as words } from './first-sync.words.ts';
import { LoadState, More } from './load-state.tsx';
import { OpenThere } from './open-there.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { trafficWords } from './salesforce-traffic.words.ts';

const ANY = 'any';
/** Those that are only counted are no rows. */
const FATES = FirstSyncFate.options.filter((fate) => fate !== 'unchanged');

interface Asked {
  object?: SyncObject;
  fate?: FirstSyncFate;
}

/** What happens, or happened, record by record. */
export function FirstSyncRows({ state }: Pick<FirstSync, 'state'>) {
  const [asked, setAsked] = useState<Asked>({});
  const rows = usePages(salesforceFirstSyncApi.rows, { query: asked });
  const isFiltered = asked.object !== undefined || asked.fate !== undefined;
  return (
    <AdminSection
      title={words.list}
      lead={words.listLead}
      action={
        <Link href={addressOf(asked)} download>
          {words.download}
        </Link>
      }
    >
      <Filters asked={asked} onChange={setAsked} />
      <DataTable
        key={state}
        caption={words.list}
        isCaptionHidden
        columns={columns}
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

function addressOf(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined));
  return `${API_PREFIX}${salesforceFirstSyncApi.download.path}?${query}`;
}

function Filters({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
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
        aria-label={words.fate}
        choices={[{ id: ANY, label: words.anyFate }, ...FATES.map((id) => ({ id, label: words.fates[id] }))]}
        value={asked.fate ?? ANY}
        onChange={(id) => onChange({ ...asked, fate: FATES.find((one) => one === id) })}
      />
    </div>
  );
}

const tones: Partial<Record<FirstSyncFate, Tone>> = { ambiguous: 'caution', failed: 'danger' };

const columns: readonly Column<FirstSyncRow>[] = [
  { id: 'record', header: words.record, width: '34%', cell: (row) => <Record row={row} /> },
  {
    id: 'fate',
    header: words.fate,
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

function Record({ row: { object, deskId, name, url } }: { row: FirstSyncRow }) {
  const label = `${trafficWords.objects[object]}: ${name}`;
  return (
    <span className="salesforce-record">
      {deskId === null ? label : <Link href={placeOf({ object, deskId })}>{label}</Link>}
      <OpenThere url={url} />
    </span>
  );
}
