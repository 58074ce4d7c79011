import { connect as connectTls } from 'node:tls';
import { reach, type Manner, type Target } from './dial.ts';

/** A server that greets at all usually has by now, in milliseconds. */
export const SOON_MS = 3_000;

/** Whether a port that says nothing by itself answers to TLS: it is one that is encrypted from the first byte. */
export async function speaksTls(target: Target, { patience, signal }: Manner): Promise<boolean> {
  const socket = await reach(target, { patience, signal }).catch(() => null);
  if (!socket) return false;
  try {
    return await new Promise<boolean>((resolve) => {
      // Nothing is sent over it, so nobody needs to vouch for it: an answer to the handshake is all that is asked.
      const secure = connectTls({ socket, checkServerIdentity: () => undefined });
      const timer = setTimeout(() => resolve(false), patience.connect);
      const done = (speaks: boolean) => {
        clearTimeout(timer);
        resolve(speaks);
      };
      secure.once('secureConnect', () => done(true));
      // An untrusted certificate is an answer too.
      secure.once('error', (error: NodeJS.ErrnoException) => done(/CERT|SIGNED|UNABLE_TO/.test(error.code ?? '')));
      secure.once('close', () => done(false));
    });
  } finally {
    socket.destroy();
  }
}

/** Nothing between this desk and such an address can read along. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
