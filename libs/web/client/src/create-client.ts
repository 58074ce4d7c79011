import type { Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { pause as pauseOf } from './pause.ts';
import { isProblem, Offline, problemFrom } from './problems.ts';
import { routeUrl } from './route-url.ts';
import type { LooseInput } from './route-url.ts';
import { sendBytes } from './send-bytes.ts';
import type { SendBytes } from './send-bytes.ts';

export interface CallOptions {
  /** Keep one key per intention: the same key again is carried out once. */
  idempotencyKey?: string;
  /** The version that a write is meant for, as `versioned` gave it; the desk refuses another with 412. */
  ifMatch?: string;
  signal?: AbortSignal;
}

export interface UploadOptions {
  signal?: AbortSignal;
  /** Called with the share that has left, 0 to 1. */
  onProgress?: (share: number) => void;
}

export interface LineOptions {
  signal?: AbortSignal;
  onLine: (line: unknown) => void;
}

export interface ClientSettings {
  /** Where the desk is; empty for the same origin. */
  baseUrl: string;
  fetch?: typeof globalThis.fetch;
  sendBytes?: SendBytes;
  /** How time is let go by between two attempts. */
  pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface Client {
  /** Calls a route and returns its answer (null for 204). Throws `ApiProblem` when the desk refuses, `Offline` when it cannot be reached. */
  call<R extends Route>(route: R, input: RouteInput<R>, options?: CallOptions): Promise<RouteResponse<R>>;
  /** `call` with the version of what was read, for a write with `ifMatch`. */
  versioned<R extends Route>(
    route: R,
    input: RouteInput<R>,
    options?: CallOptions,
  ): Promise<Versioned<RouteResponse<R>>>;
  /** `call` for code that is generic over routes and states the answer itself. */
  send<T>(route: Route, input: LooseInput, options?: CallOptions): Promise<T>;
  /** Sends a file as the body of a route that takes bytes. */
  upload<R extends Route>(
    route: R,
    input: RouteInput<R>,
    upload: UploadOptions & { file: Blob },
  ): Promise<RouteResponse<R>>;
  /** Calls a route that tells its steps: `onLine` hears of each line of JSON as it comes. Throws as `call` does. */
  lines<R extends Route>(route: R, input: RouteInput<R>, options: LineOptions): Promise<void>;
  /** The address of a route, for links and downloads. */
  urlOf<R extends Route>(route: R, input: RouteInput<R>): string;
}

/** What was read, and as which version. */
export interface Versioned<T> {
  value: T;
  version: string | undefined;
}

/** A client typed from the route table: the answer's type is the contract's, no code is generated. */
export function createClient(settings: ClientSettings): Client {
  const { baseUrl } = settings;
  const send = <T>(route: Route, input: LooseInput, options: CallOptions = {}) =>
    sendPatiently<T>({ settings, route, input, options });

  return {
    send,
    call: (route, input, options) => send(route, input, options),
    versioned: (route, input, options = {}) => sendVersioned({ settings, route, input, options }),
    urlOf: (route, input) => routeUrl(baseUrl, route, input),
    lines: (route, input, options) => hearLines({ settings, route, input, options }, options.onLine),
    upload: async (route, input, { file, signal, onProgress }) => {
      const url = routeUrl(baseUrl, route, input);
      const answer = await (settings.sendBytes ?? sendBytes)({ url, method: route.method, file, signal, onProgress });
      if (answer.status >= 400) throw problemFrom(answer.status, answer.body);
      return JSON.parse(answer.body);
    },
  };
}

interface Request {
  settings: ClientSettings;
  route: Route;
  input: LooseInput;
  options: CallOptions;
}

/** Milliseconds before each further attempt, while the desk still carries out the same request: a double click. */
const BACK_OFF = [100, 200, 400, 800, 1600];

async function sendPatiently<T>(request: Request): Promise<T> {
  const { settings, options } = request;
  for (const milliseconds of BACK_OFF) {
    try {
      return await sendJson<T>(request);
    } catch (error) {
      if (options.idempotencyKey === undefined || !isProblem(error, 'request.in-progress')) throw error;
    }
    await (settings.pause ?? pauseOf)(milliseconds, options.signal);
  }
  return sendJson<T>(request);
}

async function sendJson<T>(request: Request): Promise<T> {
  return (await sendVersioned<T>(request)).value;
}

async function sendVersioned<T>({ settings, route, input, options }: Request): Promise<Versioned<T>> {
  const response = await reach(settings, routeUrl(settings.baseUrl, route, input), {
    method: route.method,
    headers: headersOf(input, options),
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal: options.signal,
    credentials: 'same-origin',
  });
  const body = await response.text().catch((cause: unknown) => {
    throw cutShort(cause);
  });
  if (!response.ok) throw problemFrom(response.status, body);
  return { value: JSON.parse(body === '' ? 'null' : body), version: response.headers.get('etag') ?? undefined };
}

async function hearLines({ settings, route, input, options }: Request, onLine: LineOptions['onLine']): Promise<void> {
  const response = await reach(settings, routeUrl(settings.baseUrl, route, input), {
    method: route.method,
    headers: { ...headersOf(input, options), accept: 'application/x-ndjson' },
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal: options.signal,
    credentials: 'same-origin',
  });
  if (!response.ok) throw problemFrom(response.status, await response.text());
  if (!response.body) return;
  let rest = '';
  const text = response.body.pipeThrough(new TextDecoderStream());
  try {
    for await (const piece of pieces(text)) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(JSON.parse(line));
    }
  } catch (cause) {
    throw cutShort(cause);
  }
}

/** Not every browser iterates over a stream itself. */
async function* pieces(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function headersOf(input: LooseInput, { idempotencyKey, ifMatch }: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(input.body !== undefined && { 'content-type': 'application/json' }),
    ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function reach(settings: ClientSettings, url: string, init: RequestInit): Promise<Response> {
  try {
    return await (settings.fetch ?? globalThis.fetch)(url, init);
  } catch (cause) {
    throw cutShort(cause);
  }
}

/** An abort is the caller's own wish and stays what it is; every other failure to reach the desk is `Offline`. */
function cutShort(cause: unknown): unknown {
  const aborted = cause instanceof DOMException && cause.name === 'AbortError';
  return aborted ? cause : new Offline(cause);
}
