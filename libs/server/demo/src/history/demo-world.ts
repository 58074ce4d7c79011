import type { OutboundIdentity } from '@bureau/cases';
import type { DemoAgent, DemoBrand, GroupKey } from '../content/desk.ts';
import type { LabelKey } from '../content/classification.ts';
import type { DemoCustomer } from '../content/customers.ts';
import type { BrandKey } from '../content/story.ts';
import type { Chance } from './chance.ts';
import type { DemoRows, ReservedIds } from './demo-rows.ts';

/** What conversations need of the desk in which they take place. */
export interface DemoWorld {
  chance: Chance;
  /** Milliseconds since the epoch; nothing happens later. */
  now: number;
  rows: DemoRows;
  ids: ReservedIds;
  /** Signs our Message-IDs, so that answers to demo mail find their case. */
  identity: OutboundIdentity;
  brands: Record<BrandKey, DemoBrand & { id: number; mailboxId: number }>;
  users: ReadonlyMap<string, DemoAgent & { id: number }>;
  groupIds: Record<GroupKey, number>;
  labelIds: Record<LabelKey, number>;
  /** By brand and English name. */
  topicIds: ReadonlyMap<string, number>;
  customers: ReadonlyMap<string, DemoCustomer & { id: number }>;
}

/** @throws {Error} when the map lacks what the content names. */
export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo does not know ${key}.`);
  return value;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
