import { z } from 'zod';
import { SfError } from '../sf-error.ts';
import type { Api, Request } from './api.ts';
import { apiRoute, bodyOf, isObject, type Answer, type ApiRoute, type Ask } from './ask.ts';

const MOST = 25;
const MOST_QUERIES = 5;

const SubRequest = z.object({
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: z.string(),
  referenceId: z.string().regex(/^[A-Za-z]\w*$/),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).default({}),
});
type SubRequest = z.infer<typeof SubRequest>;

const Composite = z.object({ allOrNone: z.boolean().default(false), compositeRequest: z.array(SubRequest).min(1) });

const Batch = z.object({
  haltOnError: z.boolean().default(false),
  batchRequests: z.array(z.object({ method: z.string(), url: z.string(), richInput: z.unknown().optional() })).min(1),
});

type SubAnswer = { body: unknown; httpHeaders: Record<string, string>; httpStatusCode: number; referenceId: string };

/** Several requests in one call; later ones may name what earlier ones answered: `@{case.id}`. */
export function compositeRoutes(api: Api): ApiRoute[] {
  return [
    apiRoute('POST', '/composite{/}?', (ask) => composite(api, ask)),
    apiRoute('POST', '/composite/batch{/}?', (ask) => batch(api, ask)),
  ];
}

class Halted extends Error {
  readonly answers: SubAnswer[];

  constructor(answers: SubAnswer[]) {
    super('Halted');
    this.answers = answers;
  }
}

function composite(api: Api, ask: Ask): Answer {
  const given = Composite.safeParse(bodyOf(ask));
  if (!given.success)
    throw new SfError('JSON_PARSER_ERROR', given.error.issues[0]?.message ?? 'The body is not readable.');
  const { allOrNone, compositeRequest } = given.data;
  needFew(compositeRequest);
  try {
    const compositeResponse = ask.org.records.atomically(() => {
      const answers = runAll(api, ask, compositeRequest);
      if (allOrNone && answers.some(failed)) throw new Halted(answers);
      return answers;
    });
    return { json: { compositeResponse } };
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    const words = 'The transaction was rolled back since another operation in the same transaction failed.';
    return {
      json: { compositeResponse: error.answers.map((answer) => (failed(answer) ? answer : halted(answer, words))) },
    };
  }
}

function needFew(requests: SubRequest[]): void {
  if (requests.length > MOST) {
    throw new SfError(
      'LIMIT_EXCEEDED',
      `Limit exceeded. A composite request can have no more than ${MOST} subrequests.`,
    );
  }
  const heavy = requests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)\b/.test(url));
  if (heavy.length > MOST_QUERIES) {
    throw new SfError(
      'LIMIT_EXCEEDED',
      `Limit exceeded. No more than ${MOST_QUERIES} subrequests can be queries or collections.`,
    );
  }
  if (new Set(requests.map(({ referenceId }) => referenceId)).size < requests.length) {
    throw new SfError('INVALID_INPUT', 'Each referenceId must be unique.');
  }
}

function runAll(api: Api, ask: Ask, requests: SubRequest[]): SubAnswer[] {
  const answers: SubAnswer[] = [];
  for (const request of requests) {
    const missing = namesIn(request).find((name) => !answers.some((one) => one.referenceId === name && !failed(one)));
    const words = `Invalid reference specified. No value for ${missing} found in ${missing}.`;
    answers.push(missing === undefined ? runOne(api, ask, { request, answers }) : halted(request, words));
  }
  return answers;
}

function runOne(api: Api, ask: Ask, { request, answers }: { request: SubRequest; answers: SubAnswer[] }): SubAnswer {
  const fill = (text: string) => filled(text, answers);
  const body: unknown = request.body === undefined ? undefined : JSON.parse(fill(JSON.stringify(request.body)));
  const headers = Object.fromEntries(
    Object.entries(request.httpHeaders).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const answer = api.answer(within(ask, { method: request.method, url: fill(request.url), body, headers }));
  return {
    body: answer.bytes === undefined ? (answer.json ?? null) : null,
    httpHeaders: answer.headers ?? {},
    httpStatusCode: answer.status ?? 200,
    referenceId: request.referenceId,
  };
}

type Inner = { method: string; url: string; body: unknown; headers: Ask['headers'] };

function within(ask: Ask, { method, url, body, headers }: Inner): Request {
  const read = new URL(url, 'http://service');
  const prefix = `/services/data/${ask.version}`;
  const path = read.pathname.startsWith(`${prefix}/`) ? read.pathname.slice(prefix.length) : '/none';
  const { org, user, version } = ask;
  return {
    org,
    user,
    version,
    method,
    path,
    query: read.searchParams,
    headers,
    raw: Buffer.alloc(0),
    json: () => body,
  };
}

function namesIn(request: SubRequest): string[] {
  const all = JSON.stringify([request.url, request.body ?? null]);
  return [...all.matchAll(/@\{(\w+)/g)].map(([, name = '']) => name);
}

/** `@{case.records[0].Id}` becomes what that request answered, `@{many[0].id}` what a collection did. */
function filled(text: string, answers: SubAnswer[]): string {
  return text.replace(/@\{(\w+)([\w.[\]]+)\}/g, (whole, name: string, path: string) => {
    let value: unknown = answers.find(({ referenceId }) => referenceId === name)?.body;
    for (const part of path.split(/[.[\]]+/).filter(Boolean)) {
      value = Array.isArray(value) ? value[Number(part)] : isObject(value) ? value[part] : undefined;
    }
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

function failed({ httpStatusCode }: SubAnswer): boolean {
  return httpStatusCode >= 400;
}

function halted({ referenceId }: { referenceId: string }, message: string): SubAnswer {
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId };
}

/** Here every request within counts as a call of its own. */
function batch(api: Api, ask: Ask): Answer {
  const given = Batch.safeParse(bodyOf(ask));
  if (!given.success || given.data.batchRequests.length > MOST) {
    throw new SfError('INVALID_INPUT', `A batch has 1 to ${MOST} requests.`);
  }
  ask.org.usage.count(given.data.batchRequests.length - 1);
  let stopped = false;
  const results = given.data.batchRequests.map(({ method, url, richInput }) => {
    if (stopped)
      return {
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted' }],
      };
    const full = url.startsWith('/services/data/') ? url : `/services/data/${url.replace(/^\//, '')}`;
    const { status = 200, json = null } = api.answer(within(ask, { method, url: full, body: richInput, headers: {} }));
    stopped = given.data.haltOnError && status >= 400;
    return { statusCode: status, result: json };
  });
  return { json: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}
