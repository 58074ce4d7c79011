import { DeliveryState } from '@bureau/contracts';
import type { DeliveryCount } from '@bureau/contracts';

/** All, and each state, troubles first: what needs a person stands where one looks first. */
export const tabs = ['failed', 'bounced', 'unknown', 'pending', 'sending', 'sent', 'cancelled', 'all'] as const;
export type DeliveryTab = (typeof tabs)[number];

/** Reads the tab from the address; without one, the first state in which something needs a person. */
export function tabOf(written: string | undefined, counts: readonly DeliveryCount[] | undefined): DeliveryTab | null {
  const named = tabs.find((tab) => tab === written);
  if (named) return named;
  if (!counts) return null;
  const needs = (['failed', 'bounced', 'unknown'] as const).find((state) => countOf(counts, state) > 0);
  return needs ?? 'all';
}

export function stateOf(tab: DeliveryTab): DeliveryState | undefined {
  return DeliveryState.options.find((state) => state === tab);
}

export function countOf(counts: readonly DeliveryCount[], tab: DeliveryTab): number {
  return counts.find(({ state }) => state === tab)?.count ?? 0;
}

/** Whether a person can have it tried again. */
export function canRetry(state: DeliveryState): boolean {
  return state === 'failed' || state === 'bounced' || state === 'unknown';
}
