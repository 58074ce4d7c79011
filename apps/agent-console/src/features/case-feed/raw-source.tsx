import { intakeApi } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { Dialog, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useQuery } from '@tanstack/react-query';
import { feedWords as words } from './case-feed.words.ts';

/** Characters of a mail that are shown; the whole is a download. */
const SHOWN = 200_000;

/** A mail exactly as it arrived, headers first. */
export function RawSource({ intakeId, onClose }: { intakeId: number; onClose: () => void }) {
  const client = useClient();
  const url = client.urlOf(intakeApi.raw, { params: { intakeId } });
  const source = useQuery({ queryKey: ['raw', intakeId], queryFn: ({ signal }) => readText(url, signal) });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words.rawSource}
      actions={
        <Link href={url} target="_blank">
          {words.downloadSource}
        </Link>
      }
    >
      {source.isPending && <Skeleton rows={8} shape="text" />}
      {source.isError && (
        <ErrorState what={words.rawFailed} onRetry={() => void source.refetch()} isRetrying={source.isFetching} />
      )}
      {source.isSuccess && (
        // Focusable, so that a keyboard can scroll it.
        <pre className="feed-raw" tabIndex={0} aria-label={words.rawSource}>
          {source.data.slice(0, SHOWN)}
        </pre>
      )}
      {source.isSuccess && source.data.length > SHOWN && <p>{words.rawCut}</p>}
    </Dialog>
  );
}

async function readText(url: string, signal: AbortSignal): Promise<string> {
  const answer = await window.fetch(url, { signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
  return answer.text();
}
