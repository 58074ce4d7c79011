import './person-cases.css';
import type { CaseSummary, Channel } from '@bureau/contracts';
import { Badge, Button, EmptyState, ErrorState, Icon, Link, RelativeTime, Skeleton, StatusMark } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { formatDate } from '../../language/format.ts';
import { customerName } from '../../plain/customer-name.ts';
import { dayKey } from '../../plain/days.ts';
import { personCasesWords as words } from './person-cases.words.ts';

/** Cases that are read page by page. */
export interface CasePages {
  items: readonly CaseSummary[];
  isPending: boolean;
  isError: boolean;
  isFetching: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

const icons: Record<Channel, IconName> = {
  email: 'mail',
  phone: 'phone',
  chat: 'chat',
  twitter: 'x',
  facebook: 'facebook',
  qna: 'question',
};

/** All cases of a person or company over all channels, the latest activity first, month by month. */
export function PersonCases({ pages, showCustomer = false }: { pages: CasePages; showCustomer?: boolean }) {
  if (pages.isPending) return <Skeleton rows={5} shape="compact" />;
  if (pages.isError) {
    return <ErrorState what={words.failed} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />;
  }
  if (pages.items.length === 0) return <EmptyState icon="inbox">{words.none}</EmptyState>;
  return (
    <div className="person-cases">
      {byMonth(pages.items).map(({ month, cases }) => (
        <section key={month} aria-label={monthWords(cases[0]?.activeAt ?? '')}>
          <h2>{monthWords(cases[0]?.activeAt ?? '')}</h2>
          <ul>
            {cases.map((one) => (
              <li key={one.id}>
                <PersonCase row={one} showCustomer={showCustomer} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function PersonCase({ row, showCustomer }: { row: CaseSummary; showCustomer: boolean }) {
  return (
    <Link href={`/cases/inbox/${row.id}`} quiet className="person-case">
      <Icon name={icons[row.channel]} label={words.channels[row.channel]} size={14} />
      <StatusMark status={row.status} compact />
      <span className="person-case-words">
        <span className="person-case-subject bu-truncate">{row.subject || words.noSubject}</span>
        <span className="person-case-excerpt bu-truncate">
          {showCustomer && <b>{customerName(row.customer)} · </b>}
          {row.excerpt}
        </span>
      </span>
      <span className="person-case-labels">
        {row.labels.slice(0, 2).map(({ id, name }) => (
          <Badge key={id}>{name}</Badge>
        ))}
      </span>
      <span className="bu-figures person-case-number">#{row.id}</span>
      <RelativeTime at={row.activeAt} />
    </Link>
  );
}

function byMonth(cases: readonly CaseSummary[]): { month: string; cases: CaseSummary[] }[] {
  const months = Map.groupBy(cases, ({ activeAt }) => dayKey(activeAt).split('-').slice(0, 2).join('-'));
  return [...months].map(([month, items]) => ({ month, cases: items }));
}

function monthWords(at: string): string {
  return formatDate(at, { month: 'long', year: 'numeric' });
}
