import { checklistApi } from '@bureau/contracts';
import type { AttentionId, AttentionItem } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Icon, Link, RelativeTime, Skeleton } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { checklistWords } from './checklist.words.ts';

const words = checklistWords.attention;

const MINUTE = 60_000;

/** Where one sees to it. */
const places: Record<AttentionId, string> = {
  mailboxes: '/admin/mailboxes',
  'social-accounts': '/admin/social-accounts',
  deliveries: '/admin/deliveries',
  intake: '/intake?fate=held',
  'system-log': '/admin/system-log?level=error',
};

/** What waits for an administrator, each kind in a line with its latest. */
export function AttentionList() {
  const attention = useRoute(checklistApi.attention, {}, { refetchInterval: MINUTE });
  return (
    <AdminSection title={words.title}>
      {attention.isPending && <Skeleton rows={2} shape="text" />}
      {attention.isError && (
        <ErrorState what={words.failed} onRetry={() => void attention.refetch()} isRetrying={attention.isFetching} />
      )}
      {attention.data?.items.length === 0 && (
        <p className="attention-none">
          <Icon name="check" /> {words.none}
        </p>
      )}
      {attention.data && attention.data.items.length > 0 && (
        <ul className="attention" aria-label={words.title}>
          {attention.data.items.map((item) => (
            <AttentionLine key={item.id} item={item} />
          ))}
        </ul>
      )}
    </AdminSection>
  );
}

function AttentionLine({ item: { id, count, latest, at } }: { item: AttentionItem }) {
  return (
    <li>
      <Icon name="alert" />
      <div>
        <Link href={places[id]}>{words.count[id](count)}</Link>
        <span className="attention-latest">{inWords(id, latest)}</span>
      </div>
      {at !== null && <RelativeTime at={at} />}
    </li>
  );
}

/** The log speaks in sentences; everything else names whom or what it is about first. */
function inWords(id: AttentionId, latest: string): string {
  const end = id === 'system-log' ? -1 : latest.indexOf(': ');
  if (end < 0) return sentenceInWords(latest);
  return `${latest.slice(0, end)}: ${sentenceInWords(latest.slice(end + 2))}`;
}
