import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, XRequest } from '../ask.ts';
import type { Post, StreamRule } from '../model.ts';
import { includesOf } from '../present/includes.ts';
import { postView } from '../present/views.ts';
import { invalidRequest, problem } from '../problems.ts';
import { fits } from '../search/fits.ts';
import { readQuery } from '../search/read-query.ts';
import { readSelection, type Selection } from '../selection.ts';
import type { Refused } from '../../service/call.ts';
import type { XWorld } from '../x-world.ts';

const MOST_RULES = 1000;
const RuleChange = z.union([
  z.object({ add: z.array(z.object({ value: z.string(), tag: z.string().optional() })).min(1) }),
  z.object({ delete: z.object({ ids: z.array(z.string()).optional(), values: z.array(z.string()).optional() }) }),
]);

type Connection = { response: ServerResponse; chosen: Selection };

/** The filtered stream: rules, one connection, a sign of life every so often. */
export class FilteredStream {
  readonly #world: XWorld;
  readonly #keepAliveMs: number;
  #connection: Connection | undefined;

  constructor(world: XWorld, keepAliveMs: number) {
    this.#world = world;
    this.#keepAliveMs = keepAliveMs;
    world.whenHappened((event) => event.kind === 'posted' && this.#tell(event.post));
  }

  endpoints(ask: Asking): Endpoint[] {
    const rules = { limit: { app: 450 } };
    return [
      ask.app('GET', '/2/tweets/search/stream/rules', rules, () => ({ json: this.#listed(this.#world.rules.all()) })),
      ask.app('POST', '/2/tweets/search/stream/rules', { limit: { app: 100 } }, (request) => this.#change(request)),
      ask.app('GET', '/2/tweets/search/stream', { limit: { app: 50 } }, (request) => this.#open(request)),
    ];
  }

  get connected(): boolean {
    return this.#connection !== undefined;
  }

  /** As X ends streams: with words before, or without. */
  disconnect(how: 'said' | 'silent'): void {
    const response = this.#connection?.response;
    this.#connection = undefined;
    if (!response) return;
    if (how === 'silent') return void response.destroy();
    const error = {
      title: 'operational-disconnect',
      disconnect_type: 'UpstreamOperationalDisconnect',
      detail: 'This stream has been disconnected upstream for operational reasons.',
      type: 'https://api.x.com/2/problems/operational-disconnect',
    };
    response.end(`${JSON.stringify({ errors: [error] })}\r\n`);
  }

  #open({ query }: XRequest) {
    const chosen = readSelection(query);
    if (this.#connection) {
      const detail = 'This stream is currently at the maximum allowed connection limit.';
      throw connectionException({ status: 429, detail, connection_issue: 'TooManyConnections' });
    }
    if (this.#world.rules.all().length === 0) {
      const detail = 'You must add rules to your stream before connecting.';
      throw connectionException({ status: 409, detail, connection_issue: 'RulesNotConfigured' });
    }
    return { stream: (response: ServerResponse) => this.#keep({ response, chosen }) };
  }

  #keep(connection: Connection): void {
    const { response } = connection;
    this.#connection = connection;
    response.write('\r\n');
    const alive = setInterval(() => response.write('\r\n'), this.#keepAliveMs);
    response.once('close', () => {
      clearInterval(alive);
      if (this.#connection === connection) this.#connection = undefined;
    });
  }

  #tell(post: Post): void {
    if (!this.#connection) return;
    const { response, chosen } = this.#connection;
    const matching = this.#world.rules.all().filter(({ value }) => fits(this.#world, post, readQuery(value)));
    if (matching.length === 0) return;
    const data = postView(this.#world, post, chosen.tweet);
    const matching_rules = matching.map(({ id, tag }) => ({ id, ...(tag !== null && { tag }) }));
    const { errors: _, ...included } = includesOf(this.#world, [post], { chosen });
    response.write(`${JSON.stringify({ data, ...included, matching_rules })}\r\n`);
  }

  #change({ json, query }: XRequest) {
    const given = RuleChange.safeParse(json());
    if (!given.success) throw invalidRequest('Either add or delete is required');
    const dry = query.get('dry_run') === 'true';
    return {
      status: 'add' in given.data ? 201 : 200,
      json: 'add' in given.data ? this.#add(given.data.add, dry) : this.#delete(given.data.delete, dry),
    };
  }

  #add(wanted: { value: string; tag?: string }[], dry: boolean) {
    for (const { value } of wanted) readQuery(value);
    const { rules, ids } = this.#world;
    const isNew = ({ value, tag }: { value: string; tag?: string }) =>
      !rules.find((rule) => rule.value === value && rule.tag === (tag ?? null));
    const fresh = wanted.filter(isNew).map(({ value, tag }) => ({ id: ids.next(), value, tag: tag ?? null }));
    if (rules.all().length + fresh.length > MOST_RULES) {
      throw problem({
        status: 422,
        title: 'RulesCapExceeded',
        type: 'rule-cap',
        detail: `Rules are limited to ${MOST_RULES}.`,
      });
    }
    if (!dry) for (const rule of fresh) rules.put(rule);
    const created = fresh.length;
    const summary = { created, not_created: wanted.length - created, valid: created, invalid: wanted.length - created };
    const { data, meta } = this.#listed(fresh);
    return { ...(fresh.length > 0 && { data }), meta: { sent: meta.sent, summary } };
  }

  #delete({ ids = [], values = [] }: { ids?: string[]; values?: string[] }, dry: boolean) {
    const gone = this.#world.rules.where((rule) => ids.includes(rule.id) || values.includes(rule.value));
    if (!dry) for (const { id } of gone) this.#world.rules.remove(id);
    const summary = { deleted: gone.length, not_deleted: ids.length + values.length - gone.length };
    return { meta: { sent: this.#world.clock.now().toISOString(), summary } };
  }

  #listed(rules: StreamRule[]) {
    const data = rules.map(({ id, value, tag }) => ({ id, value, ...(tag !== null && { tag }) }));
    const meta = { sent: this.#world.clock.now().toISOString(), result_count: rules.length };
    return { ...(data.length > 0 && { data }), meta };
  }
}

function connectionException(given: { status: number; detail: string; connection_issue: string }): Refused {
  return problem({ title: 'ConnectionException', type: 'streaming-connection', ...given });
}
