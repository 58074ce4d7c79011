import type { TwitterApi } from 'twitter-api-v2';
import { NetworkFailure } from '../../social/network-failure.ts';
import { xFailureOf } from '../x-failure.ts';
import { isOurs, nameOf, type StreamRule } from './stream-rule.ts';

/** X takes few changes of rules in a quarter of an hour: so many terms are tried one by one, the others later. */
const TRIED_ONE_BY_ONE = 10;

/** Makes our rules on X the wanted ones. Returns those that are in force: X refuses what it cannot read. Throws NetworkFailure. */
export async function keepRules({ v2 }: TwitterApi, wanted: readonly StreamRule[]): Promise<StreamRule[]> {
  try {
    const { data: there = [] } = await v2.streamRules();
    const names = new Set(wanted.map(nameOf));
    const nameThere = ({ tag = '', value }: { tag?: string; value: string }) => nameOf({ tag, value });
    const gone = there.filter((rule) => isOurs(rule.tag) && !names.has(nameThere(rule))).map(({ id }) => id);
    if (gone.length > 0) await v2.updateStreamRules({ delete: { ids: gone } });
    const known = new Set(there.map(nameThere));
    const fresh = wanted.filter((rule) => !known.has(nameOf(rule)));
    const added = new Set((await add({ v2 }, fresh)).map(nameOf));
    return wanted.filter((rule) => known.has(nameOf(rule)) || added.has(nameOf(rule)));
  } catch (error) {
    throw xFailureOf(error);
  }
}

/** All at once; one that X cannot read must not keep the others out. */
async function add(client: Pick<TwitterApi, 'v2'>, rules: readonly StreamRule[]): Promise<StreamRule[]> {
  if (rules.length === 0) return [];
  if (await accepts(client, rules)) return [...rules];
  if (rules.length === 1) return [];
  const accepted: StreamRule[] = [];
  for (const rule of rules.slice(0, TRIED_ONE_BY_ONE)) if (await accepts(client, [rule])) accepted.push(rule);
  return accepted;
}

async function accepts({ v2 }: Pick<TwitterApi, 'v2'>, rules: readonly StreamRule[]): Promise<boolean> {
  try {
    const { errors = [] } = await v2.updateStreamRules({ add: [...rules] });
    return errors.length === 0;
  } catch (error) {
    const failure = xFailureOf(error);
    if (failure instanceof NetworkFailure && failure.kind === 'permanent') return false;
    throw failure;
  }
}
