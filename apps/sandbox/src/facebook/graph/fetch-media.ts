import { badParam } from '../graph-error.ts';
import type { Medium } from '../state.ts';
import type { World } from '../world.ts';

const PATIENCE_MS = 10_000;
const LARGEST = 25 * 1024 * 1024;

/** Fetches what an app names by its address. Throws 100/2018008 when it cannot be had. */
export async function fetchMedia(world: World, { url, page }: { url: string; page: string }): Promise<Medium> {
  if (!/^https?:\/\//.test(url)) throw badParam('Failed to fetch the file from the url', 2018008);
  const got = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then(async (response) =>
      response.ok ? { response, bytes: Buffer.from(await response.arrayBuffer()) } : undefined,
    )
    .catch(() => undefined);
  if (!got) throw badParam('Failed to fetch the file from the url', 2018008);
  mustFit(got.bytes);
  const contentType = got.response.headers.get('content-type')?.split(';')[0]?.trim() ?? 'application/octet-stream';
  const fileName = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || undefined;
  return world.media.keep({ bytes: got.bytes, contentType, fileName, page });
}

/** Throws 100/2018047 for more than 25 MB. */
export function mustFit(bytes: Buffer): void {
  if (bytes.length > LARGEST) throw badParam('Attachment size exceeds allowable limit', 2018047);
}
