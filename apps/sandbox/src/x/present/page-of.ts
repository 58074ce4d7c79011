import { invalidRequest } from '../problems.ts';
import { idAt } from '../../service/snowflakes.ts';

type Thing = { id: string };

/** One page of things that come newest first. The token names the last one shown, so news never shift a walk. */
export function pageOf<Item extends Thing>(items: Item[], { max, token }: { max: number; token: string | null }) {
  const last = token === null ? undefined : lastShown(token);
  const rest = last === undefined ? items : items.filter((one) => BigInt(one.id) < last);
  const page = rest.slice(0, max);
  const bottom = page.at(-1);
  const next_token = bottom && rest.length > max ? Buffer.from(`after ${bottom.id}`).toString('base64url') : undefined;
  return { page, next_token };
}

/** What lies after `since_id`, before `until_id`, and between two times. @throws 400 for what is no id or no time. */
export function between<Item extends Thing>(items: Item[], query: URLSearchParams): Item[] {
  const since = idOf(query, 'since_id') ?? -1n;
  const until = idOf(query, 'until_id');
  const from = moment(query, 'start_time');
  const to = moment(query, 'end_time');
  return items.filter(({ id: text }) => {
    const id = BigInt(text);
    if (id <= since || (until !== undefined && id >= until)) return false;
    return (from === undefined || id >= idAt(from)) && (to === undefined || id < idAt(to));
  });
}

/** An answer without rows has no `data`, and no newest or oldest id. */
export function listed(data: unknown[], rest: { ids?: string[]; next_token?: string; more?: object }) {
  const ids = rest.ids ?? [];
  return {
    ...(data.length > 0 && { data }),
    ...rest.more,
    meta: {
      ...(ids.length > 0 && { newest_id: ids[0], oldest_id: ids.at(-1) }),
      result_count: data.length,
      ...(rest.next_token !== undefined && { next_token: rest.next_token }),
    },
  };
}

function lastShown(token: string): bigint {
  const words = Buffer.from(token, 'base64url').toString('utf8');
  const id = /^after (\d+)$/.exec(words)?.[1];
  if (id === undefined) throw invalidRequest('The `pagination_token` is not valid', { pagination_token: [token] });
  return BigInt(id);
}

function idOf(query: URLSearchParams, name: string): bigint | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  if (/^\d{1,19}$/.test(given)) return BigInt(given);
  throw invalidRequest(`The \`${name}\` query parameter value [${given}] is not valid`, { [name]: [given] });
}

function moment(query: URLSearchParams, name: string): number | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  const at = Date.parse(given);
  if (!Number.isNaN(at) && given.endsWith('Z')) return at;
  throw invalidRequest(`The \`${name}\` query parameter value [${given}] is not a valid RFC3339 time`, {
    [name]: [given],
  });
}
