import { intakeApi } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { ErrorState, Link, Skeleton } from '@bureau/ui';
import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '../../plain/format-bytes.ts';
import { intakeWords as words } from './intake.words.ts';

/** Bytes of a source that are shown; the rest is for the download. */
const SHOWN = 100_000;

/** The bytes of an item as they were received, read as text. */
export function RawSource({ intakeId, size }: { intakeId: number; size: number }) {
  const client = useClient();
  const url = client.urlOf(intakeApi.raw, { params: { intakeId } });
  const source = useQuery({
    queryKey: [url],
    queryFn: ({ signal }) => readStart(url, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <section className="intake-raw">
      <h2>
        {words.raw} <Link href={url}>{words.download}</Link>
      </h2>
      {size > SHOWN && <p>{words.rawCut(formatBytes(SHOWN), formatBytes(size))}</p>}
      {source.isPending && <Skeleton rows={6} shape="text" />}
      {source.isError && <ErrorState what={words.rawFailed} onRetry={() => void source.refetch()} />}
      {source.data !== undefined && (
        <pre tabIndex={0} aria-label={words.raw}>
          {source.data}
        </pre>
      )}
    </section>
  );
}

/** Reads no more of the source than is shown, whatever its size. */
async function readStart(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(response.statusText);
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  while (length < SHOWN) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  await reader.cancel();
  return new Blob(chunks).slice(0, SHOWN).text();
}
