import './bulk.css';
import { Button, ConfirmDialog, IconButton } from '@bureau/ui';
import type { TickState } from '../../pieces/ticks/index.ts';
import { BulkActions } from './bulk-actions.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import type { BulkTarget } from './bulk-target.ts';
import { bulkWords as words } from './bulk.words.ts';
import { useBulk } from './use-bulk.ts';

export interface BulkBarProps {
  ticks: TickState;
  /** The list that is ticked, when it is a filter: all of it can be meant. */
  filter?: { id: number; name: string; key: string | null; count: number; more: boolean };
}

/** What can be done to the ticked cases, and how far the latest change of many is. Nothing while there is neither. */
export function BulkBar({ ticks, filter }: BulkBarProps) {
  const bulk = useBulk({ onBegun: ticks.clear });
  const { ids, isAll } = ticks.value;
  const target: BulkTarget =
    isAll && filter ? { of: 'filter', filterId: filter.id, count: filter.count } : { of: 'cases', caseIds: [...ids] };
  if (ids.size === 0 && bulk.bulkId === null) return null;
  return (
    <section className="bulk" aria-label={words.bar}>
      {bulk.bulkId !== null && <BulkProgress key={bulk.bulkId} bulkId={bulk.bulkId} onClose={bulk.forget} />}
      {ids.size > 0 && (
        <>
          <div className="bulk-count">
            <span role="status" className="bu-figures">
              {isAll && filter ? words.all(filter.count, filter.more, filter.name) : words.selected(ids.size)}
            </span>
            <AllOfIt ticks={ticks} filter={filter} />
            <IconButton icon="close" size="small" label={words.clear} keys="escape" onPress={ticks.clear} />
          </div>
          <BulkActions
            place={filter?.key ?? null}
            isDisabled={bulk.isAsking}
            onWish={(wish) => void bulk.begin(target, wish)}
          />
        </>
      )}
      <ConfirmDialog
        isOpen={bulk.doubt !== null}
        onClose={() => bulk.settle(false)}
        onConfirm={() => bulk.settle(true)}
        title={words.doubt(bulk.doubt?.count ?? 0)}
        losses={[]}
        confirmLabel={words.doubtYes(bulk.doubt?.count ?? 0)}
      >
        {words.doubtWhy}
      </ConfirmDialog>
    </section>
  );
}

/** From what was read to all that the filter holds, and back. */
function AllOfIt({ ticks, filter }: BulkBarProps) {
  const { ids, isAll } = ticks.value;
  if (!filter || isAll || (filter.count <= ids.size && !filter.more)) return <span className="bulk-all" />;
  return (
    <span className="bulk-all">
      <Button size="small" variant="quiet" onPress={() => ticks.set({ ...ticks.value, isAll: true })}>
        {words.selectAll(filter.count, filter.more)}
      </Button>
    </span>
  );
}
