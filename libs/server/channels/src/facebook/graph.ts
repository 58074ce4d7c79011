import { createHmac } from 'node:crypto';
import type { FacebookConfig } from '@bureau/platform';
import type { z } from 'zod';
import { GraphError, graphErrorOf } from './graph-error.ts';
import { usageOf, type GraphUsage } from './graph-usage.ts';

/** An answer that takes longer does not come any more. */
const PATIENCE_MS = 20_000;

/** What a call may carry: texts as they are, everything else as JSON, as the Graph API wants it; `undefined` is left out. */
export type GraphParams = Record<string, unknown>;

/** A file that goes along with a call. */
export interface GraphFile {
  /** The parameter that it is, e.g. `source` or `filedata`. */
  field: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface GraphOptions {
  config: FacebookConfig;
  /** Of a page, a person, or the app itself (`APPID|SECRET`); null while somebody signs in. */
  token: string | null;
  now: () => Date;
  /** Hears of the limits with every answer. */
  heard?: (usage: GraphUsage) => Promise<void>;
}

/**
 * The Graph API of Facebook: one token, one version, `appsecret_proof` on every call. Every method throws a
 * {@link GraphError} and nothing else of the network; keys are in no message of an error.
 */
export class Graph {
  constructor(private readonly options: GraphOptions) {}

  /** `path` without the version, e.g. `me/accounts`; what comes back must fit `schema`. */
  get<S extends z.ZodType>(path: string, schema: S, params: GraphParams = {}): Promise<z.output<S>> {
    return this.call(this.request('GET', path, params), schema);
  }

  post<S extends z.ZodType>(path: string, schema: S, params: GraphParams = {}, file?: GraphFile): Promise<z.output<S>> {
    return this.call(this.request('POST', path, params, file), schema);
  }

  delete<S extends z.ZodType>(path: string, schema: S, params: GraphParams = {}): Promise<z.output<S>> {
    return this.call(this.request('DELETE', path, params), schema);
  }

  private request(method: string, path: string, params: GraphParams, file?: GraphFile): Request {
    const { config, token } = this.options;
    const url = new URL(`${config.graphUrl}/${config.version}/${path.replace(/^\//, '')}`);
    const signed = { ...params, access_token: token ?? undefined, appsecret_proof: this.proof() };
    const fields = Object.entries(signed).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    );
    if (method === 'POST') return new Request(url, { method, body: bodyOf(fields, file), redirect: 'error' });
    for (const [name, value] of fields) url.searchParams.set(name, value);
    return new Request(url, { method, redirect: 'error' });
  }

  /** Says that the token is used by the app that it was given to; undefined where there is nothing to prove. */
  private proof(): string | undefined {
    const { config, token } = this.options;
    return config.app && token !== null
      ? createHmac('sha256', config.app.secret).update(token).digest('hex')
      : undefined;
  }

  private async call<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
    const { status, body, usage } = await answerOf(request, this.options.now);
    if (usage) await this.options.heard?.(usage);
    if (status < 200 || status > 299 || isRefusal(body))
      throw graphErrorOf({ status, body }, usage?.regainedAt ?? null);

    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const words = 'Facebook answered something that the desk does not understand.';
    throw new GraphError({ kind: 'transient', words, status, code: '', retryAt: null }, { cause: parsed.error });
  }
}

async function answerOf(
  request: Request,
  now: () => Date,
): Promise<{ status: number; body: unknown; usage: GraphUsage | null }> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    return { status: response.status, body: readJson(text), usage: usageOf(response.headers, now()) };
  } catch (error) {
    const said = error instanceof Error ? (error.name === 'TimeoutError' ? 'no answer in time' : reasonOf(error)) : '';
    const words = `Facebook cannot be reached (${said}).`;
    throw new GraphError({ kind: 'transient', words, status: null, code: '', retryAt: null });
  }
}

/** fetch says only “fetch failed”; its cause says why. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some refusals come with status 200. */
function isRefusal(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body;
}

function bodyOf(fields: [string, string][], file: GraphFile | undefined): FormData | URLSearchParams {
  if (!file) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value);
  form.set(file.field, new Blob([Uint8Array.from(file.bytes)], { type: file.contentType }), file.name);
  return form;
}
