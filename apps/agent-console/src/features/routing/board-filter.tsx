import type { BoardFilter } from '@bureau/contracts';
import { Button, Link, PriorityMark, RelativeTime } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { addressOf } from '../../plain/filter-address.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { PolicyDialog, policySentence } from './policy-dialog.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

type Waiting = BoardFilter['front'][number];

/** What waits in one filter, how it is handed out, and what keeps the first of it from being offered. */
export function BoardFilterSection({ one }: { one: BoardFilter }) {
  const [isOpen, open] = useState(false);
  const { filter, policy, waiting, more, oldestSince, front } = one;
  const name = seededName('filters', filter.name, filter.key);
  return (
    <section className="routing-filter">
      <header className="routing-filter-head">
        <div>
          <h3>
            <Link href={`/cases/${addressOf(filter)}`} quiet>
              {name}
            </Link>
          </h3>
          <p className="routing-quiet">
            {waiting === 0 ? words.nothingWaits : words.count(waiting, more)}
            {oldestSince && (
              <>
                , {words.oldest} <RelativeTime at={oldestSince} />
              </>
            )}
          </p>
          <p className="routing-quiet">{policySentence(policy)}</p>
        </div>
        <Button size="small" onPress={() => open(true)}>
          {words.changePolicy}
        </Button>
      </header>
      {front.length > 0 && (
        <DataTable
          caption={name}
          isCaptionHidden
          columns={columnsOf(addressOf(filter))}
          rows={front}
          rowId={({ id }) => String(id)}
        />
      )}
      {isOpen && <PolicyDialog filterId={filter.id} name={name} policy={policy} onClose={() => open(false)} />}
    </section>
  );
}

function columnsOf(address: string): Column<Waiting>[] {
  return [
    {
      id: 'subject',
      header: words.subject,
      cell: ({ id, subject }) => (
        <Link href={`/cases/${address}/${id}`} quiet>
          {subject || words.noSubject}
        </Link>
      ),
    },
    { id: 'customer', header: words.customer, width: '20%', isExtra: true, cell: ({ customer }) => customer.name },
    {
      id: 'priority',
      header: words.priority,
      width: '90px',
      cell: ({ priority }) => <PriorityMark level={priority} />,
    },
    { id: 'waits', header: words.waits, width: '90px', cell: ({ waitingSince }) => <RelativeTime at={waitingSince} /> },
    { id: 'why', header: words.whyNot, width: '30%', cell: ({ why }) => words.why[why] },
  ];
}
