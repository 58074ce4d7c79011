import type { Network } from '@bureau/contracts';
import type { SocialFact } from '@bureau/domain';
import { readFacebook } from '../../facebook/read/read-facebook.ts';
import { readX } from '../../x/read/read-x.ts';
import { readJson, valueAt } from './read/json-document.ts';
import { nameUnit } from './read/name-unit.ts';
import type { Form, FoundUnit, Listener, Reader } from './read/unit.ts';

const READERS: Record<Network, Reader> = { x: readX, facebook: readFacebook };

/** A unit of some bytes with what it says. */
export interface ReadUnit {
  pointer: string;
  /** Unique within its source. */
  externalId: string;
  fact: SocialFact;
}

/** Where the units are; what is no JSON is one that nobody can read. */
export function findUnits(network: Network, form: Form, bytes: Uint8Array): FoundUnit[] {
  return READERS[network].find(form, readJson(bytes));
}

/** Reads units of the same bytes for the account that they are for. Never throws. */
export function readUnits(
  network: Network,
  form: Form,
  { bytes, pointers, listener }: { bytes: Uint8Array; pointers: readonly string[]; listener: Listener },
): ReadUnit[] {
  const document = readJson(bytes);
  return pointers.map((pointer) => {
    const fact = READERS[network].read(form, document, { pointer, listener });
    const unit = document === undefined ? Buffer.from(bytes).toString('base64') : valueAt(document, pointer);
    return { pointer, fact, externalId: nameUnit(fact, unit) };
  });
}
