import { z } from 'zod';
import { longId } from '../ids.ts';
import { apiRoute, bodyOf, byOf, objectOf, type Answer, type ApiRoute, type Ask } from '../rest/ask.ts';
import type { SfObject } from '../schema/object.ts';
import { invalidField, SfError } from '../sf-error.ts';
import { idIn } from '../value.ts';
import { purge, remove } from '../write/delete.ts';
import { insert, update } from '../write/save.ts';
import { readCsv, writeCsv } from './csv.ts';
import { checkedJob, formatOf, Jobs, NewIngest, shownJob, wrongState, type Job } from './jobs.ts';

type Asked = z.infer<typeof NewIngest>;
type Outcome = { id: string; created: boolean; error: string | null; cells: string[] };
type Ingest = Job<Asked> & { csv: string | undefined; columns: string[]; outcomes: Outcome[] };

const MOST_BYTES = 150 * 1024 * 1024;
const Patch = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

/** Many records at once (Bulk API 2.0): a job, its CSV, and what became of each row. */
export function ingestRoutes(): ApiRoute[] {
  const jobs = new Jobs<Asked, Ingest>();
  const base = '/jobs/ingest';
  return [
    apiRoute('POST', `${base}{/}?`, (ask) => open(ask, jobs)),
    apiRoute('PUT', `${base}/:id/batches{/}?`, (ask) => upload(ask, jobs.of(ask))),
    apiRoute('PATCH', `${base}/:id`, (ask) => close(ask, jobs.of(ask))),
    apiRoute('GET', `${base}/:id`, (ask) => ({ json: shownJob(jobs.of(ask), ask.version) })),
    apiRoute('DELETE', `${base}/:id`, (ask) => {
      jobs.remove(jobs.of(ask));
      return { status: 204, bytes: '' };
    }),
    apiRoute('GET', `${base}/:id/successfulResults{/}?`, (ask) => results(jobs.of(ask), 'successful')),
    apiRoute('GET', `${base}/:id/failedResults{/}?`, (ask) => results(jobs.of(ask), 'failed')),
    apiRoute('GET', `${base}/:id/unprocessedrecords{/}?`, (ask) => unprocessed(jobs.of(ask))),
  ];
}

function open(ask: Ask, jobs: Jobs<Asked, Ingest>): Answer {
  const asked = checkedJob(ask, NewIngest);
  const object = objectOf(ask, asked.object);
  if (asked.operation === 'upsert') externalField(ask, object, asked);
  const job = jobs.add((id) => ({
    id,
    kind: 'V2Ingest',
    asked,
    state: 'Open',
    userId: idIn(ask.user),
    createdAt: ask.org.now(),
    processed: 0,
    failed: 0,
    csv: undefined,
    columns: [],
    outcomes: [],
  }));
  return {
    json: { ...shownJob(job, ask.version), contentUrl: `services/data/${ask.version}/jobs/ingest/${job.id}/batches` },
  };
}

function upload(ask: Ask, job: Ingest): Answer {
  if (job.state !== 'Open' || job.csv !== undefined) throw wrongState(job.state);
  if (!String(ask.headers['content-type'] ?? '').startsWith('text/csv')) {
    throw new SfError('UNSUPPORTED_MEDIA_TYPE', 'The content type must be text/csv.', { status: 415 });
  }
  if (ask.raw.length > MOST_BYTES)
    throw new SfError('REQUEST_ENTITY_TOO_LARGE', 'Upload up to 150 MB.', { status: 413 });
  job.csv = ask.raw.toString('utf8');
  return { status: 201, bytes: '' };
}

function close(ask: Ask, job: Ingest): Answer {
  const given = Patch.safeParse(bodyOf(ask));
  if (!given.success || job.state !== 'Open') throw wrongState(job.state);
  const told = { ...shownJob(job, ask.version), state: given.data.state };
  job.state = given.data.state;
  if (job.state === 'UploadComplete') process(ask, job);
  return { json: told };
}

function process(ask: Ask, job: Ingest): void {
  const [columns = [], ...rows] = readCsv(job.csv ?? '', formatOf(job).delimiter);
  const object = objectOf(ask, job.asked.object);
  job.columns = columns;
  job.outcomes = rows.map((cells) => outcomeOf(ask, { job, object, cells }));
  job.processed = rows.length;
  job.failed = job.outcomes.filter(({ error }) => error !== null).length;
  job.state = 'JobComplete';
  ask.org.tell(`A job wrote ${rows.length - job.failed} of ${rows.length} ${object.labelPlural}.`);
}

type RowOf = { job: Ingest; object: SfObject; cells: string[] };

function outcomeOf(ask: Ask, { job, object, cells }: RowOf): Outcome {
  const given = Object.fromEntries(job.columns.map((name, index) => [name, cells[index] ?? '']));
  try {
    return { ...write(ask, { asked: job.asked, object, given }), error: null, cells };
  } catch (error) {
    if (!(error instanceof SfError)) throw error;
    const { errorCode, message, fields = [] } = error.said;
    return { id: '', created: false, error: `${errorCode}:${message}:${fields.join(' ')} --`, cells };
  }
}

type Writing = { asked: Asked; object: SfObject; given: Record<string, string> };

function write(ask: Ask, { asked, object, given }: Writing): { id: string; created: boolean } {
  const { org } = ask;
  const by = byOf(ask);
  const { Id = '', ...rest } = given;
  switch (asked.operation) {
    case 'insert':
      return { id: idIn(insert(org, by, { object, given: rest, csv: true })), created: true };
    case 'update':
      return { id: idIn(update(org, by, { object, id: known(Id), given: rest, csv: true })), created: false };
    case 'upsert': {
      const field = externalField(ask, object, asked);
      const { [field]: value = '', ...others } = rest;
      const rows = org.records.having(object.name, field, value)?.filter((row) => row['IsDeleted'] !== true) ?? [];
      const [first] = rows;
      if (rows.length > 1)
        throw new SfError('DUPLICATE_EXTERNAL_ID', `${field}: more than one record found`, { fields: [] });
      if (!first) return { id: idIn(insert(org, by, { object, given: rest, csv: true })), created: true };
      return { id: idIn(update(org, by, { object, id: idIn(first), given: others, csv: true })), created: false };
    }
    case 'delete':
    case 'hardDelete':
      remove(org, by, { object, id: known(Id) });
      if (asked.operation === 'hardDelete') purge(org, known(Id));
      return { id: known(Id), created: false };
  }
}

function known(id: string): string {
  const long = longId(id);
  if (!long) throw new SfError('MALFORMED_ID', `bad id ${id}`, { fields: ['Id'] });
  return long;
}

function externalField({ org }: Ask, object: SfObject, { externalIdFieldName = '' }: Asked): string {
  const field = org.schema.field(object, externalIdFieldName);
  if (!field?.externalId) throw invalidField(object.name, externalIdFieldName);
  return field.name;
}

function results(job: Ingest, which: 'successful' | 'failed'): Answer {
  if (job.state !== 'JobComplete') throw wrongState(job.state);
  const wanted = job.outcomes.filter(({ error }) => (error === null) === (which === 'successful'));
  const second = which === 'successful' ? 'sf__Created' : 'sf__Error';
  const rows = wanted.map(({ id, created, error, cells }) => [id, error ?? String(created), ...cells]);
  return csvAnswer(writeCsv([['sf__Id', second, ...job.columns], ...rows], formatOf(job)));
}

/** Of a job that was given up, everything. */
function unprocessed(job: Ingest): Answer {
  if (job.state === 'Open') throw wrongState(job.state);
  const rows = job.state === 'Aborted' ? readCsv(job.csv ?? '', formatOf(job).delimiter) : [job.columns];
  return csvAnswer(writeCsv(rows, formatOf(job)));
}

export function csvAnswer(bytes: string, headers: Record<string, string> = {}): Answer {
  return { headers: { 'Content-Type': 'text/csv', ...headers }, bytes };
}
