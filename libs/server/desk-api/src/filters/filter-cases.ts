import { FilteredCases, FilterQueries } from '@bureau/cases';
import { wholeNumber, wholeNumbers, NotUnderstood } from '../resource/condition.ts';
import type { AskedList } from '../resource/desk-route.ts';
import { WrongParameter, type Narrowing } from '../resource/source.queries.ts';
import type { Resolve } from '../resource/source.ts';

/** The cases of the filter that the address names, in its order. Throws filter.not-found. */
export function ofFilter(resolve: Resolve, { actor, keys }: AskedList): Promise<Narrowing> {
  return casesOf(resolve, actor, wholeNumber(keys['filter'] ?? ''));
}

/** Those of the filter that `filter_id` names, if one is named. Throws filter.not-found. */
export async function ofNamedFilter(resolve: Resolve, { actor, query }: AskedList): Promise<Narrowing | undefined> {
  const named = query.get('filter_id');
  if (named === null || named === '') return undefined;
  return casesOf(
    resolve,
    actor,
    inQuery('filter_id', () => wholeNumber(named)),
  );
}

/**
 * What somebody who knows the cases `cids` of a filter as they were at `cflpt` (seconds since 1970) does not know yet:
 * those that came, and those that changed. Without either: all of them. Throws filter.not-found, {@link WrongParameter}.
 */
export async function changedOfFilter(resolve: Resolve, asked: AskedList): Promise<Narrowing> {
  const { sql, values, ...rest } = await ofFilter(resolve, asked);
  const [known, since] = [asked.query.get('cids'), asked.query.get('cflpt')];
  const bound = [...values];
  const news = [
    ...(known ? [`c.id <> ALL($${bound.push(inQuery('cids', () => wholeNumbers(known)))}::bigint[])`] : []),
    ...(since ? [`c.updated_at >= to_timestamp($${bound.push(inQuery('cflpt', () => seconds(since)))})`] : []),
  ];
  return { ...rest, sql: news.length === 0 ? sql : `(${sql}) AND (${news.join(' OR ')})`, values: bound };
}

async function casesOf(resolve: Resolve, actor: AskedList['actor'], filterId: number): Promise<Narrowing> {
  const { conditions, sort } = await resolve(FilterQueries).stored(actor, filterId);
  return resolve(FilteredCases).clause(actor, { conditions, sort });
}

/** Times beyond what PostgreSQL knows are no times. */
function seconds(text: string): number {
  const number = wholeNumber(text);
  if (number > 9_000_000_000_000) throw new NotUnderstood();
  return number;
}

function inQuery<T>(parameter: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotUnderstood) throw new WrongParameter(parameter);
    throw error;
  }
}
