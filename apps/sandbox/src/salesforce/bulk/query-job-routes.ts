import type { z } from 'zod';
import { apiRoute, isObject, type Answer, type ApiRoute, type Ask } from '../rest/ask.ts';
import { SfError } from '../sf-error.ts';
import { runQuery } from '../soql/run-query.ts';
import { idIn } from '../value.ts';
import { writeCsv } from './csv.ts';
import { csvAnswer } from './ingest-routes.ts';
import { checkedJob, formatOf, Jobs, NewQuery, shownJob, wrongState, type Job } from './jobs.ts';

type Asked = z.infer<typeof NewQuery>;
type QueryJob = Job<Asked> & { columns: string[]; rows: string[][] };

const PAGE = 50_000;

/** Long answers as CSV (Bulk API 2.0), page by page with a locator in a header. */
export function queryJobRoutes(): ApiRoute[] {
  const jobs = new Jobs<Asked, QueryJob>();
  const base = '/jobs/query';
  return [
    apiRoute('POST', `${base}{/}?`, (ask) => open(ask, jobs)),
    apiRoute('GET', `${base}/:id`, (ask) => ({ json: shownJob(jobs.of(ask), ask.version) })),
    apiRoute('PATCH', `${base}/:id`, (ask) => {
      throw wrongState(jobs.of(ask).state);
    }),
    apiRoute('DELETE', `${base}/:id`, (ask) => {
      jobs.remove(jobs.of(ask));
      return { status: 204, bytes: '' };
    }),
    apiRoute('GET', `${base}/:id/results{/}?`, (ask) => page(ask, jobs.of(ask))),
  ];
}

function open(ask: Ask, jobs: Jobs<Asked, QueryJob>): Answer {
  const asked = checkedJob(ask, NewQuery);
  const { rows, show, counted } = runQuery(ask, asked.query, { all: asked.operation === 'queryAll' });
  if (counted) throw new SfError('INVALIDJOB', 'InvalidJob : COUNT() is not for jobs.');
  const told = rows.map((row) => flat(show(row)));
  const columns = Object.keys(told[0] ?? {});
  const job = jobs.add((id) => ({
    id,
    kind: 'V2Query',
    asked,
    state: 'JobComplete',
    userId: idIn(ask.user),
    createdAt: ask.org.now(),
    processed: rows.length,
    failed: 0,
    columns,
    rows: told.map((one) => columns.map((name) => one[name] ?? '')),
  }));
  return { json: { ...shownJob(job, ask.version), state: 'UploadComplete' } };
}

/** `Contact: {Name}` becomes `Contact.Name`. */
function flat(told: Record<string, unknown>, prefix = ''): Record<string, string> {
  return Object.entries(told).reduce<Record<string, string>>((all, [name, value]) => {
    if (name === 'attributes') return all;
    if (isObject(value)) return { ...all, ...flat(value, `${prefix}${name}.`) };
    return { ...all, [prefix + name]: value === null ? '' : String(value) };
  }, {});
}

function page({ query }: Ask, job: QueryJob): Answer {
  const from = Number(query.get('locator') ?? 0);
  const size = Math.max(1, Math.min(PAGE, Number(query.get('maxRecords') ?? PAGE)));
  if (!Number.isInteger(from) || from < 0 || from > job.rows.length) {
    throw new SfError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  const rows = job.rows.slice(from, from + size);
  const next = from + size < job.rows.length ? String(from + size) : 'null';
  const headers = { 'Sforce-Locator': next, 'Sforce-NumberOfRecords': String(rows.length) };
  return csvAnswer(writeCsv([job.columns, ...rows], formatOf(job)), headers);
}
