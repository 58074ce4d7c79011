import { salesforceConflictsApi } from '@bureau/contracts';
import type { ResolveConflict, SyncConflict } from '@bureau/contracts';
import { keyOf, useCommand, usePages } from '@bureau/client';
import { Badge, Button, Link, RelativeTime, Select, TextArea, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { nameOfField, namesRecord, placeOf, SyncedValue } from '../../pieces/synced-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { LoadState, More } from './load-state.tsx';
import { trafficWords } from './salesforce-traffic.words.ts';
import { nameOf } from './name-of.ts';

const words = trafficWords.conflicts;

type Which = 'open' | 'resolved';

const which = (['open', 'resolved'] as const).map((id) => ({ id, label: words[id] }));

/** Fields that both sides changed, with both values, and what may still be done about them. */
export function Conflicts() {
  const [state, setState] = useState<Which>('open');
  const conflicts = usePages(salesforceConflictsApi.list, { query: { state } }, { refetchInterval: 5_000 });
  return (
    <AdminSection
      title={words.title}
      lead={words.lead}
      action={<Select aria-label={words.title} choices={which} value={state} onChange={setState} />}
    >
      {conflicts.items.length === 0 && (
        <LoadState of={conflicts} failed={words.failed} empty={state === 'open' ? words.empty : words.emptyResolved} />
      )}
      <ul className="salesforce-conflicts">
        {conflicts.items.map((conflict) => (
          <Conflict key={conflict.id} conflict={conflict} />
        ))}
      </ul>
      <More of={conflicts} />
    </AdminSection>
  );
}

function Conflict({ conflict }: { conflict: SyncConflict }) {
  const { record, field, label, state, at, resolvedBy, records } = conflict;
  const counts = countsIn(conflict);
  return (
    <li className="salesforce-conflict">
      <header>
        <Link href={placeOf(record)}>{nameOf(record)}</Link>
        <strong>{nameOfField(field, label)}</strong>
        <span className="salesforce-quiet">
          <RelativeTime at={at} show="ago" />
        </span>
        {state !== 'open' && <Badge>{words.was(words.states[state], resolvedBy ?? '')}</Badge>}
      </header>
      <dl className="salesforce-both">
        <Side
          name={words.salesforce}
          value={<SyncedValue {...{ field, records }} value={conflict.salesforceValue} />}
          by={conflict.salesforceBy}
          at={conflict.salesforceAt}
          counts={counts === 'salesforce'}
        />
        <Side
          name={words.desk}
          value={<SyncedValue {...{ field, records }} value={conflict.deskValue} />}
          by={conflict.deskBy}
          at={conflict.deskAt}
          counts={counts === 'desk'}
        />
        <Side name={words.before} value={<SyncedValue {...{ field, records }} value={conflict.baseValue} />} />
      </dl>
      {state === 'open' && <Deeds conflict={conflict} />}
    </li>
  );
}

/** Whose value both sides have; null: a third. */
function countsIn({ state, wins }: SyncConflict): SyncConflict['wins'] | null {
  if (state === 'edited') return null;
  const loses = wins === 'desk' ? 'salesforce' : 'desk';
  return state === 'restored' ? loses : wins;
}

interface SideProps {
  name: string;
  value: ReactNode;
  by?: string | null;
  at?: string | null;
  counts?: boolean;
}

function Side({ name, value, by = null, at = null, counts = false }: SideProps) {
  return (
    <div>
      <dt>
        {name} {counts && <Badge tone="positive">{words.counts}</Badge>}
      </dt>
      <dd>{value}</dd>
      {(by !== null || at !== null) && (
        <dd className="salesforce-quiet">
          {by !== null && words.by(by)} {at !== null && <RelativeTime at={at} show="ago" />}
        </dd>
      )}
    </div>
  );
}

function Deeds({ conflict }: { conflict: SyncConflict }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { resolve, isPending } = useResolve(conflict.id);
  if (typed !== null) {
    return (
      <form
        className="salesforce-another"
        onSubmit={(event) => {
          event.preventDefault();
          resolve({ how: 'edit', value: typed }, words.edited);
        }}
      >
        <TextArea
          label={words.another(nameOfField(conflict.field, conflict.label))}
          rows={2}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        <p className="salesforce-deeds">
          <Button type="submit" variant="primary" isPending={isPending}>
            {words.save}
          </Button>
          <Button onPress={() => setTyped(null)}>{words.cancel}</Button>
        </p>
      </form>
    );
  }
  const said = words.deeds[conflict.wins];
  const winner = conflict.wins === 'desk' ? conflict.deskValue : conflict.salesforceValue;
  // Nobody knows an id by heart: another record is chosen where the record is.
  const canWrite =
    !namesRecord(conflict.field) &&
    typeof conflict.salesforceValue !== 'boolean' &&
    typeof conflict.deskValue !== 'boolean';
  return (
    <p className="salesforce-deeds">
      <Button isPending={isPending} onPress={() => resolve({ how: 'keep' }, said.kept)}>
        {said.keep}
      </Button>
      <Button isPending={isPending} onPress={() => resolve({ how: 'restore' }, said.restored)}>
        {said.restore}
      </Button>
      {canWrite && (
        <Button variant="quiet" onPress={() => setTyped(String(winner ?? ''))}>
          {words.edit}
        </Button>
      )}
    </p>
  );
}

function useResolve(conflictId: number) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const resolve = useCommand(salesforceConflictsApi.resolve, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(salesforceConflictsApi.list) }),
    onError: (error) => void toasts.show({ tone: 'danger', text: trafficWords.notDone, detail: problemText(error) }),
  });
  return {
    resolve: (body: ResolveConflict, say: string) =>
      resolve.mutate({ params: { conflictId }, body }, { onSuccess: () => void toasts.show({ text: say }) }),
    isPending: resolve.isPending,
  };
}
