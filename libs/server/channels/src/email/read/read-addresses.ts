import addressparser from 'nodemailer/lib/addressparser';
import type { MailAddress } from '@bureau/contracts';
import { decodeHeaderText, type RawHeader } from './decode-header.ts';

/** More addresses than this in one field are not read; no person writes to so many openly. */
const MOST = 500;

/**
 * The addresses of every field called `name`, groups flattened (RFC 5322 §3.4), names decoded. Addresses are found
 * before encoded words are decoded, so that a decoded name can never become an address (RFC 2047 §5).
 */
export function readAddresses(headers: readonly RawHeader[], name: string): MailAddress[] {
  return headers
    .filter((header) => header.name === name)
    .flatMap((header) => parse(header.value))
    .slice(0, MOST);
}

function parse(value: string): MailAddress[] {
  const text = Buffer.from(value, 'latin1');
  return addressparser(readable(text), { flatten: true })
    .map((entry) => ({ name: decodeHeaderText(toRaw(entry.name)), address: cleanAddress(entry.address) }))
    .filter((entry) => entry.address !== '');
}

/** Eight-bit names stay one character a byte until `decodeHeaderText` has looked at their charset. */
function readable(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\r\n\t]+/g, ' ');
}

function toRaw(name: string): string {
  return name.replace(/^["']|["']$/g, '');
}

function cleanAddress(address: string): string {
  const clean = address.replace(/[\s<>\u0000-\u001f\u007f]+/g, '');
  return clean.length <= 320 && !/=\?/.test(clean) ? clean : '';
}

/** Message ids in a field, without angle brackets, in order, each once; folded ids are joined again. */
export function readMessageIds(headers: readonly RawHeader[], name: string): string[] {
  const text = headers
    .filter((header) => header.name === name)
    .map((header) => header.value)
    .join(' ');
  const bracketed = [...text.matchAll(/<([^<>]+)>/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ''));
  const ids = bracketed.length > 0 ? bracketed : text.split(/[\s,]+/).filter((word) => word.includes('@'));
  return [...new Set(ids.filter((id) => id !== ''))];
}
