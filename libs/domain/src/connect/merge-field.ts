import type { FirstLink, SyncValue } from '@bureau/contracts';
import type { FieldPair } from './field-pair.ts';

export interface FieldInput {
  /** Undefined: the two have never been compared. */
  base: SyncValue | undefined;
  desk: SyncValue;
  salesforce: SyncValue;
  /** What the desk has sent since, of which nobody knows whether it arrived. */
  sent: readonly SyncValue[];
  direction: FieldPair['direction'];
  firstLink: FirstLink;
}

export interface FieldVerdict {
  /** Where a value goes; null: nowhere. */
  goes: 'to_desk' | 'to_salesforce' | null;
  /** What both agreed on from now on, before what goes to Salesforce has got there. */
  base: SyncValue;
  /** The side whose own edit gives way; null: none does. */
  loses: 'desk' | 'salesforce' | null;
}

/**
 * One field, three ways: what each side has made of what both agreed on. Salesforce wins where both changed it. A value that
 * the desk sent itself is none of Salesforce's edits, though its answer may have been lost.
 */
export function mergeField(input: FieldInput): FieldVerdict {
  const { base, desk, salesforce, sent, direction } = input;
  if (desk === salesforce) return { goes: null, base: salesforce, loses: null };
  if (base === undefined) return firstMerge(input);

  const agreed = sent.includes(salesforce) ? salesforce : base;
  const changedThere = salesforce !== agreed;
  const changedHere = desk !== agreed;
  if (changedThere && direction !== 'to_salesforce') {
    return { goes: 'to_desk', base: salesforce, loses: changedHere && direction === 'both' ? 'desk' : null };
  }
  if (changedHere && direction !== 'to_desk') {
    return { goes: 'to_salesforce', base: agreed, loses: changedThere ? 'salesforce' : null };
  }
  return { goes: null, base: agreed, loses: null };
}

/** Where one side has nothing, the other fills it; where both have something, the policy of first links says who wins. */
function firstMerge({ desk, salesforce, direction, firstLink }: FieldInput): FieldVerdict {
  const both = desk !== null && salesforce !== null;
  const deskWins = both ? firstLink === 'desk' : salesforce === null;
  const wins = direction === 'both' ? (deskWins ? 'to_salesforce' : 'to_desk') : direction;
  const hasNothing = wins === 'to_salesforce' ? desk === null : salesforce === null;
  if (hasNothing) return { goes: null, base: wins === 'to_salesforce' ? desk : salesforce, loses: null };
  if (wins === 'to_desk') return { goes: 'to_desk', base: salesforce, loses: both ? 'desk' : null };
  return { goes: 'to_salesforce', base: salesforce, loses: both ? 'salesforce' : null };
}
