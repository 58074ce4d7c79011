import { z } from 'zod';
import { complaintsIn, SalesforceFailure } from './salesforce-failure.ts';
import type { ManyWritten, WrittenRecord } from './salesforce-records.ts';

/** What one call carries: five collections of so many records (REST API Developer Guide, "Composite" and "sObject Collections"). */
const ROWS = 200;
const COLLECTIONS_IN_ONE = 5;
/** Characters; five collections of long texts would take longer to arrive than an answer is waited for. */
const MOST_TEXT = 4_000_000;

/** Many records of one object, to be made or changed. */
export interface Writing {
  method: 'POST' | 'PATCH';
  rows: readonly object[];
  headers: Record<string, string>;
}

/** Positions of rows, by the collection that they go in. */
type Pack = number[][];

const Results = z.array(
  z.union([
    z.object({ id: z.string(), success: z.literal(true) }),
    z.object({ success: z.literal(false), errors: z.array(z.unknown()).default([]) }),
  ]),
);

const SubAnswer = z.object({ body: z.unknown(), httpStatusCode: z.number() });
export type SubAnswer = z.infer<typeof SubAnswer>;

/** What several requests in one call were answered with, in their order. */
export const Composite = z.object({ compositeResponse: z.array(SubAnswer) });

type Ask = (request: { method: 'POST' | 'PATCH'; path: string; body: object; headers: object }) => Promise<unknown>;

/** Writes all of them with as few calls as can be; in the order of the rows. Throws what `ask` throws. */
export async function writeCollections(writing: Writing, version: string, ask: Ask): Promise<ManyWritten> {
  const written: WrittenRecord[] = [];
  const packs = packsOf(writing.rows);
  for (const pack of packs) {
    const answers = await (pack.length === 1
      ? askOne(writing, pack, ask)
      : askSeveral(writing, { pack, version }, ask));
    for (const [index, collection] of pack.entries()) {
      const results = resultsOf(answers[index], collection.length);
      for (const [place, position] of collection.entries()) written[position] = results[place] ?? unanswered();
    }
  }
  return { written, calls: packs.length };
}

/** Where several go together Salesforce takes `@{…}` for what another one answered, also within the words of a customer. */
function packsOf(rows: readonly object[]): Pack[] {
  const texts = rows.map((row) => JSON.stringify(row));
  const alone = (position: number) => texts[position]?.includes('@{') ?? false;
  const packs: Pack[] = [];
  let size = 0;
  for (const collection of inParts([...rows.keys()].filter((position) => !alone(position)))) {
    const length = collection.reduce((sum, position) => sum + (texts[position]?.length ?? 0), 0);
    const last = packs.at(-1);
    const fits = last !== undefined && last.length < COLLECTIONS_IN_ONE && size + length <= MOST_TEXT;
    if (fits) last.push(collection);
    else packs.push([collection]);
    size = fits ? size + length : length;
  }
  return [...packs, ...inParts([...rows.keys()].filter(alone)).map((collection) => [collection])];
}

function inParts(positions: readonly number[]): number[][] {
  const count = Math.ceil(positions.length / ROWS);
  return Array.from({ length: count }, (_, part) => positions.slice(part * ROWS, (part + 1) * ROWS));
}

async function askOne({ method, rows, headers }: Writing, pack: Pack, ask: Ask): Promise<SubAnswer[]> {
  const body = { allOrNone: false, records: pack.flat().map((position) => rows[position]) };
  return [{ body: await ask({ method, path: '/composite/sobjects', body, headers }), httpStatusCode: 200 }];
}

async function askSeveral(
  { method, rows, headers }: Writing,
  { pack, version }: { pack: Pack; version: string },
  ask: Ask,
): Promise<SubAnswer[]> {
  const compositeRequest = pack.map((collection, index) => ({
    ...{ method, url: `/services/data/v${version}/composite/sobjects`, referenceId: `part${index}` },
    ...{ httpHeaders: headers, body: { allOrNone: false, records: collection.map((position) => rows[position]) } },
  }));
  const request = {
    method: 'POST',
    path: '/composite',
    body: { allOrNone: false, compositeRequest },
    headers,
  } as const;
  const answer = Composite.safeParse(await ask(request));
  if (!answer.success) throw noAnswer();
  return answer.data.compositeResponse;
}

/** A collection that is refused as a whole is refused for each of its records. */
function resultsOf(answer: SubAnswer | undefined, count: number): WrittenRecord[] {
  if (answer && answer.httpStatusCode >= 300) {
    const failure = new SalesforceFailure(
      complaintsIn(answer.body) ?? [unexplained(answer.httpStatusCode)],
      answer.httpStatusCode,
    );
    return Array.from({ length: count }, () => ({ failure }));
  }
  const results = Results.safeParse(answer?.body);
  if (!results.success) throw noAnswer();
  return results.data.map((result) =>
    result.success
      ? { id: result.id }
      : { failure: new SalesforceFailure(complaintsIn(result.errors) ?? [unexplained(400)], 400) },
  );
}

function unanswered(): WrittenRecord {
  return { failure: new SalesforceFailure([unexplained(500)], null) };
}

/** Truncated JSON or a page of HTML with 200 is an answer of nobody; what it was about may be done or not. */
export function noAnswer(): SalesforceFailure {
  const message = 'Salesforce answered with something that is no answer.';
  return new SalesforceFailure([{ code: 'UNKNOWN_EXCEPTION', message, fields: [], recordIds: [] }], null);
}

export function unexplained(status: number) {
  return { code: `ERROR_HTTP_${status}`, message: `Salesforce refused (HTTP ${status}).`, fields: [], recordIds: [] };
}
