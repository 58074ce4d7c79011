import { filtersApi } from '@bureau/contracts';
import type { CaseSummary } from '@bureau/contracts';
import type { Client } from '@bureau/client';
import { WHOLE } from './listed-cases.ts';
import type { ListedCases, ListView } from './listed-cases.ts';
import { joinParts } from './place-case.ts';
import type { Listed } from './place-case.ts';
import { sameOr } from './summary-of.ts';

/** Rows of one request: few for the first sight, as many as the desk gives where much was read before. */
const FIRST = 50;
const MOST = 100;
/** Headings whose rows are read with them; the others when they come into sight. */
const OPENED_AT_ONCE = 2;

export interface ListReader {
  client: Client;
  filterId: number;
  view: ListView;
  signal?: AbortSignal;
}

/** One page of a part, behind what was read of it. */
export async function readMore(reader: ListReader, key: string, cursor: string | null): Promise<Listed> {
  const page = await pageOf(reader, key, { cursor, limit: MOST });
  return { rows: page.items, next: page.next };
}

/**
 * Reads a list anew from its top: as many rows as are in sight, and what was read further down stays behind them.
 * `before` is asked once more when all has been read.
 */
export async function readList(
  reader: ListReader,
  { rowsInSight, before }: { rowsInSight: (key: string) => number; before: () => ListedCases | undefined },
): Promise<ListedCases> {
  const groups = reader.view.groupBy === null ? null : await readGroups(reader);
  const known = before()?.parts;
  const keys = groups === null ? [WHOLE] : groups.map(({ key }) => key);
  const wanted = keys.filter((key, at) => known?.has(key) || at < OPENED_AT_ONCE);
  const fresh = await Promise.all(
    wanted.map(async (key) => [key, await readTop(reader, key, rowsInSight(key))] as const),
  );

  const now = before()?.parts;
  const parts = new Map<string, Listed>();
  for (const [key, part] of fresh) {
    const then = now?.get(key);
    parts.set(key, asKnown(joinParts(part, then, reader.view.sort), then));
  }
  return { groups, parts };
}

async function readGroups({ client, filterId, view, signal }: ListReader) {
  const query = view.groupBy === null ? {} : { groupBy: view.groupBy };
  const { items } = await client.call(filtersApi.groups, { params: { filterId }, query }, { signal });
  return items;
}

async function readTop(reader: ListReader, key: string, reach: number): Promise<Listed> {
  const rows: CaseSummary[] = [];
  let next: string | null = null;
  do {
    const limit: number = reach > FIRST ? MOST : FIRST;
    const page = await pageOf(reader, key, { cursor: next, limit });
    rows.push(...page.items);
    next = page.next;
  } while (next !== null && rows.length < reach);
  return { rows, next };
}

function pageOf(
  { client, filterId, view, signal }: ListReader,
  key: string,
  at: { cursor: string | null; limit: number },
) {
  const { sort, groupBy } = view;
  const query = {
    limit: at.limit,
    sort: sort.field,
    direction: sort.direction,
    ...(groupBy !== null && { groupBy, group: key }),
    ...(at.cursor !== null && { cursor: at.cursor }),
  };
  return client.call(filtersApi.cases, { params: { filterId }, query }, { signal });
}

/** Rows that say the same as before stay the very same, so that they are not drawn again. */
function asKnown(part: Listed, before: Listed | undefined): Listed {
  const known = new Map(before?.rows.map((row) => [row.id, row]));
  return { ...part, rows: part.rows.map((row) => sameOr(known.get(row.id), row)) };
}
