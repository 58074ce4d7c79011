import { randomInt } from 'node:crypto';
import { GraphError } from './graph-error.ts';

const PATIENCE_MS = 10_000;

/** Asks an address whether it belongs to the app: it must say the challenge back. Throws 2200. */
export async function verifyCallback(callbackUrl: string, verifyToken: string): Promise<void> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000));
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  const outcome = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    async (response) => ({
      status: `${response.status}; HTTP Message = ${response.statusText}`,
      ok: response.status === 200,
      said: await response.text(),
    }),
    (error: unknown) => ({ status: `0; ${error instanceof Error ? error.message : 'no answer'}`, ok: false, said: '' }),
  );
  if (outcome.ok && outcome.said === challenge) return;
  throw new GraphError({
    code: 2200,
    message: `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${outcome.status}`,
  });
}
