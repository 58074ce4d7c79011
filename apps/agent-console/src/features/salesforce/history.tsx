import { salesforceLogApi, SyncAction, SyncObject, SyncWay } from '@bureau/contracts';
import type { SyncLogEntry, SyncValue } from '@bureau/contracts';
import { keyOf, useCommand, usePages, useRoute } from '@bureau/client';
import { Badge, Button, Link, RelativeTime, Select, useToasts } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { nameOfField, placeOf, SyncedValue } from '../../pieces/synced-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { usePhone } from '../../plain/use-phone.ts';
import { LoadState, More } from './load-state.tsx';
import { OpenThere } from './open-there.tsx';
import { trafficWords } from './salesforce-traffic.words.ts';

const words = trafficWords.history;

const ANY = 'any';

interface Asked {
  direction?: SyncWay;
  object?: SyncObject;
  action?: SyncAction;
}

/** What the sync did, the latest first. */
export function History() {
  const [asked, setAsked] = useState<Asked>({});
  const log = usePages(salesforceLogApi.list, { query: asked }, { refetchInterval: 10_000 });
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  return (
    <AdminSection title={words.title} action={<KeptFor />}>
      <Filters asked={asked} onChange={setAsked} />
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={log.items}
        rowId={({ id }) => String(id)}
      >
        <LoadState
          of={log}
          failed={words.failed}
          empty={isFiltered ? words.emptyFilter : words.empty}
          action={isFiltered && <Button onPress={() => setAsked({})}>{words.clear}</Button>}
        />
      </DataTable>
      <More of={log} />
    </AdminSection>
  );
}

const DAYS: readonly number[] = [7, 14, 30, 90, 180, 365];

/** How long the history is kept; programs may have set other days. */
function KeptFor() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const settings = useRoute(salesforceLogApi.settings, {});
  const keep = useCommand(salesforceLogApi.updateSettings, {
    onSuccess: (saved) => {
      queries.setQueryData(keyOf(salesforceLogApi.settings, {}), saved);
      toasts.show({ text: words.kept(saved.keepDays) });
    },
    onError: (error) => void toasts.show({ tone: 'danger', text: trafficWords.notDone, detail: problemText(error) }),
  });
  if (!settings.data) return null;
  const { keepDays } = settings.data;
  const days = [...new Set([...DAYS, keepDays])].sort((one, other) => one - other);
  return (
    <Select
      aria-label={words.keepLabel}
      choices={days.map((count) => ({ id: String(count), label: words.keep(count) }))}
      value={String(keepDays)}
      onChange={(count) => keep.mutate({ body: { keepDays: Number(count) } })}
    />
  );
}

function Filters({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
  const options = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>, any: string) => [
    { id: ANY, label: any },
    ...ids.map((id) => ({ id, label: labels[id] })),
  ];
  const known = <Id extends string>(ids: readonly Id[], id: string) => ids.find((one) => one === id);
  return (
    <div className="salesforce-filters">
      <Select
        aria-label={words.way}
        choices={options(SyncWay.options, trafficWords.ways, words.anyWay)}
        value={asked.direction ?? ANY}
        onChange={(id) => onChange({ ...asked, direction: known(SyncWay.options, id) })}
      />
      <Select
        aria-label={words.object}
        choices={options(SyncObject.options, trafficWords.objects, words.anyObject)}
        value={asked.object ?? ANY}
        onChange={(id) => onChange({ ...asked, object: known(SyncObject.options, id) })}
      />
      <Select
        aria-label={words.action}
        choices={options(SyncAction.options, words.actions, words.anyAction)}
        value={asked.action ?? ANY}
        onChange={(id) => onChange({ ...asked, action: known(SyncAction.options, id) })}
      />
    </div>
  );
}

const tones: Partial<Record<SyncAction, Tone>> = { failed: 'danger', conflict: 'caution', tombstone: 'caution' };

const columns: readonly Column<SyncLogEntry>[] = [
  { id: 'record', header: words.record, width: '36%', cell: (entry) => <Record entry={entry} /> },
  {
    id: 'action',
    header: words.action,
    width: '130px',
    cell: ({ action, direction }) => (
      <span className="salesforce-record">
        <Badge tone={tones[action] ?? 'neutral'}>{words.actions[action]}</Badge>
        <span className="salesforce-quiet">{trafficWords.ways[direction]}</span>
      </span>
    ),
  },
  { id: 'fields', header: words.fields, isExtra: true, cell: (entry) => <What entry={entry} /> },
  { id: 'when', header: words.when, width: '72px', align: 'end', cell: ({ at }) => <RelativeTime at={at} /> },
];

function Record({ entry }: { entry: SyncLogEntry }) {
  const { object, deskId, name, url, detail } = entry;
  // There is no column for it there.
  const isPhone = usePhone();
  const label = name ? `${trafficWords.objects[object]}: ${name}` : trafficWords.objects[object];
  const home = SyncObject.options.find((one) => one === object);
  return (
    <span className="salesforce-record">
      {home !== undefined && deskId !== null ? <Link href={placeOf({ object: home, deskId })}>{label}</Link> : label}
      <OfCase detail={detail} />
      {isPhone && <What entry={entry} />}
      <OpenThere url={url} />
    </span>
  );
}

function What({ entry }: { entry: SyncLogEntry }) {
  const { fields, records, detail, errorCode } = entry;
  const sides = sidesOf(entry);
  // Of a conflict both sides have a say, also the one that has nothing.
  const hasBefore = (value: SyncValue) => sides !== null || !isEmpty(value);
  const changed = fields.filter(({ before, after }) => !isEmpty(before) || !isEmpty(after));
  return (
    <>
      {changed.map(({ field, label, before, after }) => (
        <span key={field} className="salesforce-change">
          {nameOfField(field, label)}: {hasBefore(before) && <SyncedValue {...{ field, records }} value={before} />}
          {hasBefore(before) && `${sides ? ` (${sides.before})` : ''} → `}
          <SyncedValue {...{ field, records }} value={after} />
          {sides && ` (${sides.after})`}
        </span>
      ))}
      {detail !== '' && caseOf(detail) === null && <span className="salesforce-change">{sentenceInWords(detail)}</span>}
      {errorCode !== null && <code className="salesforce-quiet salesforce-code">{errorCode}</code>}
    </>
  );
}

/** Whose the two values of a conflict are: the one that gave way, and the one that counts; null: it is none. */
function sidesOf({ action, direction }: SyncLogEntry): { before: string; after: string } | null {
  if (action !== 'conflict') return null;
  const { desk, salesforce } = words.sides;
  return direction === 'to_desk' ? { before: desk, after: salesforce } : { before: salesforce, after: desk };
}

/** What hangs on a case names it. */
function OfCase({ detail }: { detail: string }) {
  const caseId = caseOf(detail);
  if (caseId === null) return null;
  return (
    <Link href={placeOf({ object: 'case', deskId: caseId })}>
      {trafficWords.objects.case} {caseId}
    </Link>
  );
}

function caseOf(detail: string): number | null {
  const caseId = /^Case (\d+)$/.exec(detail)?.[1];
  return caseId === undefined ? null : Number(caseId);
}

function isEmpty(value: SyncValue): boolean {
  return value === null || value === '';
}
