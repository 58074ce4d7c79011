import { lookup } from 'node:dns/promises';
import { connect, isIP, BlockList, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Found, inOneLine, type About } from './findings.ts';

/** How long a step may take, in milliseconds. */
export interface CheckPatience {
  name: number;
  connect: number;
  answer: number;
}

export const CHECK_PATIENCE: CheckPatience = { name: 5_000, connect: 8_000, answer: 10_000 };

/** Where to go; `address` is the one that was looked up and judged, and nobody asks again (DNS rebinding, S47). */
export interface Target {
  host: string;
  port: number;
  address: string;
}

/**
 * No mail server is there, but a cloud's metadata service may be. Private networks are allowed, as everywhere where an
 * administrator names a mail server: the company's own one often stands in them.
 */
const NO_MAIL_SERVER = blocked();

function blocked(): BlockList {
  const list = new BlockList();
  list.addSubnet('0.0.0.0', 8, 'ipv4');
  list.addSubnet('169.254.0.0', 16, 'ipv4');
  list.addSubnet('224.0.0.0', 3, 'ipv4');
  list.addAddress('::', 'ipv6');
  list.addSubnet('fe80::', 10, 'ipv6');
  list.addSubnet('ff00::', 8, 'ipv6');
  list.addAddress('fd00:ec2::254', 'ipv6');
  return list;
}

/** Throws Found: name-unknown, name-forbidden. */
export async function lookUp({ host, port }: { host: string; port: number }, patience: CheckPatience): Promise<Target> {
  const about = { host, port };
  const answer =
    isIP(host) === 0 ? await within(patience.name, () => lookup(host, { all: true })) : [{ address: host }];
  const addresses = answer ?? [];
  if (addresses.some(({ address }) => isNoMailServer(address))) throw new Found('name-forbidden', about);
  const [first] = addresses;
  if (!first) throw new Found('name-unknown', about);
  return { host, port, address: first.address };
}

function isNoMailServer(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  if (family === 0) return true;
  return NO_MAIL_SERVER.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Throws Found: refused, no-answer, unreachable. */
export function reach({ host, port, address }: Target, { patience, signal }: Manner): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, timeout: patience.connect, signal });
    const fail = (code: string) => {
      socket.destroy();
      reject(new Found(whyUnreached(code), { host, port }));
    };
    socket.once('timeout', () => fail('ETIMEDOUT'));
    socket.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? ''));
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

export interface Manner {
  patience: CheckPatience;
  signal: AbortSignal;
}

function whyUnreached(code: string): 'refused' | 'no-answer' | 'unreachable' {
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ETIMEDOUT' || code === 'ABORT_ERR' ? 'no-answer' : 'unreachable';
}

/** Encrypts a connection; its certificate must be valid for the host. Throws Found for everything that can be wrong. */
export function encrypt(
  socket: Socket,
  { host, port }: Target,
  { patience, instead }: { patience: CheckPatience; instead: string },
): Promise<TLSSocket> {
  const about = { host, port };
  return new Promise((resolve, reject) => {
    const name = isIP(host) === 0 ? { servername: host } : { host };
    const secure = connectTls({ socket, ...name, minVersion: 'TLSv1.2', rejectUnauthorized: true });
    const timer = setTimeout(() => fail(new Found('no-answer', about)), patience.answer);
    const fail = (found: Found) => {
      clearTimeout(timer);
      secure.destroy();
      reject(found);
    };
    secure.once('error', (error: NodeJS.ErrnoException) => fail(whyNotEncrypted(error, { ...about, instead })));
    secure.once('close', () => fail(new Found('hung-up', about)));
    secure.once('secureConnect', () => {
      clearTimeout(timer);
      secure.removeAllListeners('error').removeAllListeners('close');
      secure.on('error', () => undefined);
      resolve(secure);
    });
  });
}

/** The codes of OpenSSL and Node for what an administrator can tell apart. */
function whyNotEncrypted(error: NodeJS.ErrnoException, about: About): Found {
  const code = error.code ?? '';
  const certificate: unknown = Reflect.get(error, 'cert');
  if (code === 'CERT_HAS_EXPIRED')
    return new Found('certificate-expired', { ...about, date: dateOf(certificate, 'valid_to') });
  if (code === 'CERT_NOT_YET_VALID')
    return new Found('certificate-early', { ...about, date: dateOf(certificate, 'valid_from') });
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return new Found('certificate-name', { ...about, names: namesOf(certificate) });
  if (/SELF_SIGNED/.test(code)) return new Found('certificate-self-signed', about);
  if (/UNABLE_TO|CERT_|UNTRUSTED/.test(code)) return new Found('certificate-unknown', about);
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|HTTP_REQUEST/.test(code))
    return new Found('plain-port', about);
  if (code === 'ECONNRESET') return new Found('hung-up', about);
  return new Found('encryption-failed', { ...about, said: inOneLine(code || error.message) });
}

function dateOf(certificate: unknown, field: string): string {
  const written: unknown =
    typeof certificate === 'object' && certificate !== null ? Reflect.get(certificate, field) : undefined;
  const date = new Date(typeof written === 'string' ? written : Number.NaN);
  return Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 10);
}

function namesOf(certificate: unknown): string {
  const written: unknown =
    typeof certificate === 'object' && certificate !== null ? Reflect.get(certificate, 'subjectaltname') : undefined;
  if (typeof written !== 'string' || written === '') return '?';
  return inOneLine(written.replace(/(?:DNS|IP Address):/g, ''));
}
