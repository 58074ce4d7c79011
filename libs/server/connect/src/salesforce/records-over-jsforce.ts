import type { FeedSegment } from '@bureau/domain';
import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Asking } from './asking.ts';
import { Description } from './description.ts';
import { complaintsIn, SalesforceFailure } from './salesforce-failure.ts';
import type {
  AnsweredChanges,
  AskedChanges,
  DeletedRecord,
  DescribedObject,
  QueryPage,
  ReadRecord,
  RecordChange,
  SalesforceRecords,
  SalesforceRow,
  SalesforceValues,
  WriteOptions,
  WrittenRecord,
} from './salesforce-records.ts';

const Row = z.record(z.string(), z.unknown());

const Page = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  records: z.array(Row),
  nextRecordsUrl: z.string().optional(),
});

const SubAnswer = z.object({ body: z.unknown(), httpStatusCode: z.number() });
type SubAnswer = z.infer<typeof SubAnswer>;
const Composite = z.object({ compositeResponse: z.array(SubAnswer) });

const Created = z.object({ id: z.string(), success: z.literal(true) });
const Results = z.array(
  z.union([Created, z.object({ success: z.literal(false), errors: z.array(z.unknown()).default([]) })]),
);

const Objects = z.object({
  sobjects: z.array(z.object({ name: z.string(), label: z.string(), queryable: z.boolean(), custom: z.boolean() })),
});

/** 2026-01-01T00:00:00.000+0000 is no ISO 8601 that JavaScript reads. */
const Stamp = z.string().transform((text, context) => {
  const at = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue('No time.');
  return z.NEVER;
});

const Updated = z.object({ latestDateCovered: Stamp });
const Deleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string(), deletedDate: Stamp })),
  latestDateCovered: Stamp,
});

/** What a record that is not there any more is called. */
const GONE = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'ERROR_HTTP_404']);

/** How many queries one call can hold. */
export const QUERIES_IN_ONE = 5;

/** {@link SalesforceRecords} with jsforce, one call each. */
export class RecordsOverJsforce implements SalesforceRecords {
  readonly userId: string;
  readonly organisationId: string;

  constructor(
    private readonly asking: Asking,
    private readonly version: string,
  ) {
    this.userId = asking.connection.userId;
    this.organisationId = asking.connection.orgId;
  }

  get instanceUrl(): string {
    return this.asking.instanceUrl;
  }

  async describeAll(): Promise<DescribedObject[]> {
    return (await this.get(Objects, (connection) => connection.describeGlobal())).body.sobjects;
  }

  async describe(object: string): Promise<Description> {
    return (await this.get(Description, (connection) => connection.describe(object))).body;
  }

  async query(soql: string, { deleted = false } = {}): Promise<QueryPage> {
    const { body, at } = await this.get(Page, async (connection) => connection.query(soql, { scanAll: deleted }));
    return pageOf(body, at);
  }

  async more(next: string): Promise<QueryPage> {
    const { body, at } = await this.get(Page, async (connection) => connection.queryMore(next));
    return pageOf(body, at);
  }

  async queries(soql: readonly string[]): Promise<(QueryPage | SalesforceFailure)[]> {
    if (soql.length > QUERIES_IN_ONE) throw tooMany();
    const { answers, at } = await this.composite(soql.map((text) => `query/?q=${encodeURIComponent(text)}`));
    return answers.map((answer) => pageIn(answer, at));
  }

  async changes(asked: readonly AskedChanges[]): Promise<AnsweredChanges[]> {
    if (asked.length > QUERIES_IN_ONE) throw tooMany();
    const covered = asked.flatMap((one) => (one.covers ? [{ one, path: coveragePath(one.object, one.covers) }] : []));
    const paths = asked.map(({ soql }) => `queryAll/?q=${encodeURIComponent(soql)}`);
    const { answers, at } = await this.composite([...paths, ...covered.map(({ path }) => path)]);
    return asked.map((one, index) => {
      const coverage = answers[asked.length + covered.findIndex((other) => other.one === one)];
      const said = one.covers ? Updated.safeParse(coverage?.body).data : undefined;
      return { page: pageIn(answers[index], at), coveredUpTo: said?.latestDateCovered ?? null };
    });
  }

  async create(object: string, values: SalesforceValues, options?: WriteOptions): Promise<string> {
    const headers = headersOf(object, options);
    const { body } = await this.get(Created, (connection) => connection.sobject(object).create(values, { headers }));
    return body.id;
  }

  async createMany(
    object: string,
    records: readonly SalesforceValues[],
    options?: WriteOptions,
  ): Promise<WrittenRecord[]> {
    const headers = headersOf(object, options);
    const rows = records.map((values) => ({ ...values }));
    const { body } = await this.get(Results, (connection) =>
      connection.sobject(object).create(rows, { allOrNone: false, headers }),
    );
    return body.map(writtenOf);
  }

  async read(object: string, id: string, fields: readonly string[]): Promise<ReadRecord | null> {
    const wanted = [...new Set(['Id', 'SystemModstamp', ...fields])];
    try {
      const { body: row, at } = await this.get(Row, (connection) =>
        connection.sobject(object).retrieve(id, { fields: wanted }),
      );
      return { row, stamp: read(Stamp, row['SystemModstamp']), at };
    } catch (error) {
      if (error instanceof SalesforceFailure && GONE.has(error.code)) return null;
      throw error;
    }
  }

  async readMany(object: string, ids: readonly string[], fields: readonly string[]): Promise<(SalesforceRow | null)[]> {
    if (ids.length === 0) return [];
    const { body } = await this.get(z.array(Row.nullable()), (connection) =>
      connection.sobject(object).retrieve([...ids], { fields: [...fields] }),
    );
    return body;
  }

  async update(object: string, id: string, { values, unchangedSince, options }: RecordChange): Promise<void> {
    const since = unchangedSince && { 'If-Unmodified-Since': unchangedSince.toUTCString() };
    const headers = { ...headersOf(object, options), ...since };
    await this.asking.ask((connection) => connection.sobject(object).update({ ...values, Id: id }, { headers }));
  }

  async updateMany(
    object: string,
    records: readonly { id: string; values: SalesforceValues }[],
    options?: WriteOptions,
  ): Promise<WrittenRecord[]> {
    const headers = headersOf(object, options);
    const rows = records.map(({ id, values }) => ({ ...values, Id: id }));
    const { body } = await this.get(Results, (connection) =>
      connection.sobject(object).update(rows, { allOrNone: false, headers }),
    );
    return body.map(writtenOf);
  }

  async remove(object: string, id: string): Promise<void> {
    try {
      await this.asking.ask((connection) => connection.sobject(object).destroy(id));
    } catch (error) {
      if (!(error instanceof SalesforceFailure && GONE.has(error.code))) throw error;
    }
  }

  async deletedBetween(object: string, from: Date, to: Date): Promise<{ deleted: DeletedRecord[]; coveredUpTo: Date }> {
    const { body } = await this.get(Deleted, (connection) => connection.sobject(object).deleted(from, to));
    const deleted = body.deletedRecords.map(({ id, deletedDate }) => ({ id, deletedAt: deletedDate }));
    return { deleted, coveredUpTo: body.latestDateCovered };
  }

  async postToFeed(subjectId: string, segments: readonly FeedSegment[]): Promise<string> {
    const messageSegments = segments.map((segment) =>
      'text' in segment ? { type: 'Text', text: segment.text } : { type: 'Mention', id: segment.mention },
    );
    const element = { feedElementType: 'FeedItem', subjectId, body: { messageSegments } };
    const { body } = await this.get(z.object({ id: z.string() }), async (connection) =>
      connection.chatter.resource('/feed-elements').create(element),
    );
    return body.id;
  }

  /** Several questions in one call; each has an answer of its own. */
  private async composite(paths: readonly string[]): Promise<{ answers: SubAnswer[]; at: Date }> {
    const compositeRequest = paths.map((path, index) => {
      return { method: 'GET', url: `/services/data/v${this.version}/${path}`, referenceId: `part${index}` };
    });
    const { body, at } = await this.get(Composite, (connection) =>
      connection.requestPost('/composite', { allOrNone: false, compositeRequest }),
    );
    return { answers: body.compositeResponse, at };
  }

  private async get<T extends z.ZodType>(
    shape: T,
    work: (connection: Connection) => Promise<unknown>,
  ): Promise<{ body: z.output<T>; at: Date }> {
    const { body, at } = await this.asking.ask(work);
    return { body: read(shape, body), at };
  }
}

/** Truncated JSON or a page of HTML with 200 is an answer of nobody; what it was about may be done or not. */
function read<T extends z.ZodType>(shape: T, body: unknown): z.output<T> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const message = 'Salesforce answered with something that is no answer.';
  throw new SalesforceFailure([{ code: 'UNKNOWN_EXCEPTION', message, fields: [], recordIds: [] }], null);
}

function pageOf({ records, totalSize, done, nextRecordsUrl }: z.infer<typeof Page>, at: Date): QueryPage {
  return { rows: records, next: done ? null : (nextRecordsUrl ?? null), total: totalSize, at };
}

/** What one of several questions was answered with; one that was left unanswered failed. */
function pageIn(answer: SubAnswer | undefined, at: Date): QueryPage | SalesforceFailure {
  if (!answer) return new SalesforceFailure([unexplained(500)], null);
  const { body, httpStatusCode } = answer;
  if (httpStatusCode >= 300)
    return new SalesforceFailure(complaintsIn(body) ?? [unexplained(httpStatusCode)], httpStatusCode);
  const page = Page.safeParse(body);
  return page.success ? pageOf(page.data, at) : new SalesforceFailure([unexplained(httpStatusCode)], null);
}

function coveragePath(object: string, { from, to }: { from: Date; to: Date }): string {
  const time = (at: Date) => encodeURIComponent(at.toISOString().replace(/\.\d+Z$/, '+00:00'));
  return `sobjects/${object}/updated/?start=${time(from)}&end=${time(to)}`;
}

function tooMany(): RangeError {
  return new RangeError(`At most ${QUERIES_IN_ONE} queries go in one call.`);
}

/** Assignment rules run by default, and would move a case with every change of ours. */
function headersOf(object: string, { assign = false, allowDuplicates = false }: WriteOptions = {}) {
  return {
    ...(object === 'Case' && { 'Sforce-Auto-Assign': assign ? 'TRUE' : 'FALSE' }),
    ...(allowDuplicates && { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }),
  };
}

function writtenOf(result: z.infer<typeof Results>[number]): WrittenRecord {
  if (result.success) return { id: result.id };
  return { failure: new SalesforceFailure(complaintsIn(result.errors) ?? [unexplained(400)], 400) };
}

function unexplained(status: number) {
  return { code: `ERROR_HTTP_${status}`, message: `Salesforce refused (HTTP ${status}).`, fields: [], recordIds: [] };
}
