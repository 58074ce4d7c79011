import { createHash } from 'node:crypto';
import type { SocialFact } from '@bureau/domain';
import type { Json } from './json-document.ts';

/**
 * What a unit is called in the ledger: the same whichever way it came, so that webhook, poll and stream together bring it
 * once. What has no name of its own is called by its content.
 */
export function nameUnit(fact: SocialFact, unit: Json | undefined): string {
  switch (fact.kind) {
    case 'post': {
      const { kind, externalId, stableId, edited, text } = fact.post;
      const name = `${kind === 'message' ? 'message' : 'post'}:${stableId}`;
      if (!edited) return short(name);
      // Of X an edition has an id of its own; elsewhere it is told by its words.
      return short(`${name}:edited:${externalId === stableId ? hashOf(text).slice(0, 16) : externalId}`);
    }
    case 'removed':
      return short(`post:${fact.externalId}:removed`);
    default:
      return `other:${hashOf(JSON.stringify(unit) ?? '')}`;
  }
}

/** Ids of networks are short; what claims to be one and is not is called by its hash. */
function short(name: string): string {
  return name.length <= 300 ? name : `other:${hashOf(name)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
