import { jsonOf, Refused, type Call, type Reply } from '../service/call.ts';
import { endpoint, type Endpoint, type Method } from '../service/endpoint.ts';
import type { Scope } from './app.ts';
import type { Caller, Callers } from './auth/caller.ts';
import type { XUser } from './model.ts';
import { clientForbidden, invalidRequest, tooManyRequests, unsupportedAuthentication } from './problems.ts';
import type { Limit } from './rate-limits.ts';
import type { XWorld } from './x-world.ts';

/** A request whose sender is known and allowed. */
export type XRequest = Call & {
  caller: Caller;
  /** The JSON body; X refuses what is none. */
  json: () => Record<string, unknown>;
};

export type UserRequest = XRequest & { me: XUser };

type Terms = { limit: Limit; scopes?: Scope[] };

const USERS = 'OAuth 1.0a User Context, OAuth 2.0 User Context';

/** Builds endpoints of the v2 API: sender, kind of sender, limits, scopes, and only then the answer. */
export class Asking {
  readonly #world: XWorld;
  readonly #callers: Callers;
  /** By method and path. */
  readonly limits = new Map<string, Limit>();

  constructor(world: XWorld, callers: Callers) {
    this.#world = world;
    this.#callers = callers;
  }

  /** For users and for the app itself. */
  anyone(method: Method, path: string, terms: Terms, handle: (request: XRequest) => Reply | Promise<Reply>): Endpoint {
    return this.#endpoint(method, path, terms, (call) => {
      const caller = this.#callers.identify(call);
      return this.#withinLimits({ call, caller, path: `${method} ${path}`, terms }, (request) => handle(request));
    });
  }

  /** For users only. */
  user(method: Method, path: string, terms: Terms, handle: (request: UserRequest) => Reply | Promise<Reply>): Endpoint {
    return this.#endpoint(method, path, terms, (call) => {
      const caller = this.#callers.identify(call);
      if (caller.kind !== 'user') throw unsupportedAuthentication(caller.how, USERS);
      const { user: me } = caller;
      return this.#withinLimits({ call, caller, path: `${method} ${path}`, terms }, (request) =>
        handle({ ...request, me }),
      );
    });
  }

  /** For the app itself only. */
  app(method: Method, path: string, terms: Terms, handle: (request: XRequest) => Reply | Promise<Reply>): Endpoint {
    return this.#endpoint(method, path, terms, (call) => {
      const caller = this.#callers.identify(call);
      if (caller.kind !== 'app') throw unsupportedAuthentication(caller.how, 'OAuth 2.0 Application-Only');
      return this.#withinLimits({ call, caller, path: `${method} ${path}`, terms }, (request) => handle(request));
    });
  }

  #endpoint(method: Method, path: string, { limit }: Terms, handle: Endpoint['handle']): Endpoint {
    this.limits.set(`${method} ${path}`, limit);
    return endpoint(method, path, handle);
  }

  async #withinLimits(
    given: { call: Call; caller: Caller; path: string; terms: Terms },
    handle: (request: XRequest) => Reply | Promise<Reply>,
  ): Promise<Reply> {
    const { call, caller, path, terms } = given;
    const userId = caller.kind === 'user' ? caller.user.id : null;
    const { allowed, headers } = this.#world.limits.take({ endpoint: path, limit: terms.limit, userId });
    if (!allowed) throw tooManyRequests(headers);

    try {
      needScopes(caller, terms.scopes ?? []);
      const reply = await handle({ ...call, caller, json: () => bodyOf(call) });
      return { ...reply, headers: { ...headers, ...reply.headers } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused({ ...error.reply, headers: { ...headers, ...error.reply.headers } });
    }
  }
}

function needScopes(caller: Caller, scopes: Scope[]): void {
  if (caller.kind === 'app' || caller.scopes === 'all') return;
  const granted = new Set(caller.scopes);
  const lacking = scopes.filter((scope) => !granted.has(scope));
  if (lacking.length > 0) {
    throw clientForbidden(`The access token was not granted: ${lacking.join(', ')}.`, { reason: 'missing-scope' });
  }
}

function bodyOf(call: Call): Record<string, unknown> {
  if (call.raw.length === 0) return {};
  const type = call.headers['content-type'] ?? '';
  const body = type.includes('json') ? jsonOf(call.raw) : undefined;
  if (!body) throw invalidRequest('The body is not a JSON object');
  return body;
}

/** @throws unless the id in the path is the one of whoever asks. */
export function needSelf({ param, me }: UserRequest): void {
  const id = param('id');
  if (id === me.id) return;
  throw invalidRequest(
    `The \`id\` query parameter value [${id}] must be the same as the authenticating user [${me.id}]`,
    {
      id: [id],
    },
  );
}
