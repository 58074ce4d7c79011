import { Refused, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint, type Method } from '../../service/endpoint.ts';
import { accessTokenOf } from '../auth/access-token.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../auth/identity-endpoints.ts';
import type { Org } from '../org.ts';
import { notFound, SfError } from '../sf-error.ts';
import type { Row } from '../value.ts';
import type { Answer, ApiRoute, Ask } from './ask.ts';

const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** How often a dead token may be tried before it looks like a loop. */
const PATIENCE = 5;

/** What a request brings, wherever it comes from. */
export type Request = Omit<Ask, 'param'>;

/** The data API: who asks, whether they may, what they ask for, and how much is left of the day's calls. */
export class Api {
  readonly #org: Org;
  readonly #routes: ApiRoute[] = [];
  readonly #dead = new Map<string, number>();

  constructor(org: Org) {
    this.#org = org;
  }

  add(routes: ApiRoute[]): void {
    this.#routes.push(...routes);
  }

  endpoints(): Endpoint[] {
    return METHODS.map((method) => endpoint(method, '/services/data/:version/*', (call) => this.#serve(call)));
  }

  /** Answers one request; what Salesforce refuses becomes an answer, too. */
  answer(request: Request): Answer {
    try {
      return this.#dispatch(request);
    } catch (error) {
      if (!(error instanceof SfError)) throw error;
      return { status: error.status, json: error.body };
    }
  }

  #serve(call: Call): Reply {
    const org = this.#org;
    org.transactions.settle();
    let end = () => {};
    try {
      needVersion(call.param('version'));
      const user = this.#user(call);
      org.failures.meet({ operation: 'request' });
      if (!org.setup.get().apiEnabled) {
        throw new SfError('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
      }
      end = org.usage.begin();
      org.usage.count();
      return withLimits(
        org,
        org.from(originOf(call), () => this.answer(requestOf(org, user, call))),
      );
    } catch (error) {
      if (!(error instanceof SfError)) throw error;
      return withLimits(org, { status: error.status, json: error.body });
    } finally {
      end();
    }
  }

  #dispatch(request: Request): Answer {
    const fitting = this.#routes.flatMap((route) => {
      const match = route.pattern.exec({ pathname: request.path });
      return match ? [{ route, groups: match.pathname.groups }] : [];
    });
    const found = fitting.find(({ route }) => route.method === request.method);
    if (!found && fitting.length > 0) {
      const words = `HTTP Method '${request.method}' not allowed. Allowed are ${fitting.map(({ route }) => route.method).join(',')}`;
      throw new SfError('METHOD_NOT_ALLOWED', words);
    }
    if (!found) throw notFound();
    return found.route.handle({ ...request, param: (name) => decoded(found.groups[name] ?? '') });
  }

  #user(call: Call): Row {
    const org = this.#org;
    const token = accessTokenOf(call);
    if (token === undefined) throw new SfError('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
    const grant = org.grants.grantOf(token);
    const user = grant && org.any(grant.userId);
    if (user && grant.scopes.some((scope) => scope === 'api' || scope === 'full')) return user;
    this.#countDead(token);
    throw new SfError('INVALID_SESSION_ID', 'Session expired or invalid');
  }

  #countDead(token: string): void {
    const times = (this.#dead.get(token) ?? 0) + 1;
    this.#dead.set(token, times);
    if (times === PATIENCE) {
      this.#org.violations.add('dead-token', `A token that does not work was used ${PATIENCE} times.`);
    }
  }
}

function requestOf(org: Org, user: Row, call: Call): Request {
  const version = call.param('version');
  return {
    org,
    user,
    version,
    method: call.method,
    path: call.url.pathname.slice(`/services/data/${version}`.length),
    query: call.query,
    headers: call.headers,
    raw: call.raw,
    json: () => jsonFrom(call),
  };
}

/** As change events name it: `com/salesforce/api/rest/62.0;client=DeskConnect`. */
function originOf(call: Call): string {
  const client = /client=([^,;]+)/.exec(String(call.headers['sforce-call-options'] ?? ''))?.[1];
  const api = `com/salesforce/api/rest/${call.param('version').slice(1)}`;
  return client === undefined ? api : `${api};client=${client}`;
}

function jsonFrom({ raw, headers }: Call): unknown {
  if (raw.length === 0) return undefined;
  if (!(headers['content-type'] ?? '').includes('json')) {
    const words = `The supplied content type is not supported: ${headers['content-type'] ?? 'none'}`;
    throw new SfError('UNSUPPORTED_MEDIA_TYPE', words, { status: 415 });
  }
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new SfError('JSON_PARSER_ERROR', 'Unexpected character at [line:1, column:1]');
  }
}

function needVersion(version: string): void {
  const number = /^v(\d+)\.0$/.exec(version)?.[1];
  if (number === undefined || Number(number) < OLDEST_VERSION || Number(number) > NEWEST_VERSION) throw notFound();
}

function withLimits(org: Org, { status, headers, json, bytes }: Answer): Reply {
  const told = { 'Sforce-Limit-Info': org.usage.header(), ...headers };
  return bytes === undefined ? { status, headers: told, json } : { status, headers: told, bytes };
}

/** A part of a path; one with a stray % sign finds nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refused({ status: 400, json: [{ errorCode: 'URL_NOT_RESET', message: 'The address is not readable.' }] });
  }
}
