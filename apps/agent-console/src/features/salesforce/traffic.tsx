import { salesforceTrafficApi } from '@bureau/contracts';
import type { SyncTraffic } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatNumber } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { CallsOfDay } from './calls-of-day.tsx';
import { LoadState } from './load-state.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { trafficWords } from './salesforce-traffic.words.ts';

const words = trafficWords.traffic;

/** How much is linked, waits and failed, how far both directions are behind, and the calls of the day. */
export function Traffic() {
  const traffic = useRoute(salesforceTrafficApi.get, {}, { refetchInterval: 5_000 });
  return (
    <AdminSection title={words.title}>
      {traffic.data ? (
        <Figures traffic={traffic.data} />
      ) : (
        <LoadState of={traffic} failed={words.loadFailed} empty="" />
      )}
    </AdminSection>
  );
}

function Figures({ traffic }: { traffic: SyncTraffic }) {
  const { objects, budget, savesOn } = traffic;
  return (
    <>
      {savesOn.length > 0 && (
        <Banner tone="caution">{savesOn.includes('background') ? words.rests : words.saves}</Banner>
      )}
      <dl className="salesforce-facts">
        {factsOf(traffic).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="bu-figures">{value}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={words.objectsCaption}
        isCaptionHidden
        columns={columns}
        rows={objects}
        rowId={({ object }) => object}
      />
      <CallsOfDay hours={budget} />
    </>
  );
}

function factsOf({ lagToSalesforce, lagToDesk, pollEvery }: SyncTraffic): [string, string][] {
  return [
    [words.toSalesforce, lagToSalesforce === null ? words.nothingWaits : lengthOf(lagToSalesforce)],
    [words.toDesk, lagToDesk === null ? words.neverAsked : words.ago(lengthOf(lagToDesk))],
    [words.every, lengthOf(pollEvery)],
  ];
}

/** Each unit up to twice the next: after that the finer one says nothing more. */
const UNITS = [
  { unit: 'second', seconds: 1, below: 120 },
  { unit: 'minute', seconds: 60, below: 7_200 },
  { unit: 'hour', seconds: 3_600, below: 172_800 },
  { unit: 'day', seconds: 86_400, below: Infinity },
] as const;

function lengthOf(length: number): string {
  const { unit, seconds } = UNITS.find(({ below }) => length < below) ?? UNITS[3];
  return formatNumber(Math.round(length / seconds), { style: 'unit', unit, unitDisplay: 'short' });
}

type ObjectTraffic = SyncTraffic['objects'][number];

const columns: readonly Column<ObjectTraffic>[] = [
  { id: 'object', header: objectWords.object, cell: ({ object }) => objectWords.objects[object] },
  ...(['linked', 'waiting', 'failed', 'openConflicts'] as const).map((id): Column<ObjectTraffic> => ({
    id,
    header: id === 'openConflicts' ? words.conflicts : words[id],
    align: 'end',
    isExtra: id === 'linked',
    cell: (traffic) => formatNumber(traffic[id]),
  })),
];
