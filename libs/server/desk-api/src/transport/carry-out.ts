import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Actor } from '@bureau/contracts';
import { CONFIG, isCollision, type Config } from '@bureau/platform';
import type { DeskRoute, Made } from '../resource/desk-route.ts';
import type { Resolve, Source } from '../resource/source.ts';
import { SourceQueries, type Asked } from '../resource/source.queries.ts';
import { answerElsewhere, answerRead, etagOf, type Answer } from './answer.ts';
import { DeskProblem, notFound } from './desk-problem.ts';
import { onlyFields } from './fields.ts';
import { pagingOf, writePage, writeStream } from './paging.ts';
import { Walks } from './walks.ts';

const TRIES = 3;
/** By these words clients know that they have seen everything. */
const STREAM_ENDS = 'no records found with id greater than since_id';
/** Sees what was made where its maker does not. */
const DESK: Actor = { kind: 'system', name: 'Bureau' };

/** A request that may be made, by somebody known. */
export interface Call {
  actor: Actor;
  tokenId: number | undefined;
  route: DeskRoute;
  /** Below /api/v2, as it was sent. */
  path: string;
  keys: Record<string, string>;
  query: URLSearchParams;
  /** As {@link readLanguages} says. */
  languages: readonly string[];
  body: object;
  ifMatch: string | undefined;
  ifNoneMatch: string | undefined;
}

type WriteRoute = Extract<DeskRoute, { carryOut: unknown }>;

/** Reads what the route reads, does what it does, and makes the answer. */
@Injectable()
export class CarryOut {
  private readonly origin: string;
  private readonly resolve: Resolve = (token) => this.modules.get(token, { strict: false });

  constructor(
    private readonly sources: SourceQueries,
    private readonly walks: Walks,
    private readonly modules: ModuleRef,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.publicUrl).origin;
  }

  /** Throws {@link DeskProblem} and whatever the verbs throw. */
  async run(call: Call): Promise<Answer> {
    const { route } = call;
    switch (route.does) {
      case 'list':
        return answerRead(await this.page(call), call.ifNoneMatch);
      case 'stream':
        return answerRead(await this.stream(call), call.ifNoneMatch);
      case 'show':
        return answerRead(await this.entry(call), call.ifNoneMatch);
      case 'redirect':
        return answerElsewhere(route.locate(this.resolve, await this.find(call.actor, route.reads, call.keys)));
      case 'tell':
        return this.told(call, route);
      case 'create':
        return this.created(call, await this.write(call, route));
      case 'change':
        return this.changed(call, await this.write(call, route));
      case 'propose':
        return { status: 200, text: String(await this.write(call, route)) };
      case 'remove':
        await this.write(call, route);
        return { status: 204, text: '' };
    }
  }

  /** Of the row that the address names, if it names one. */
  private async told(call: Call, { within, told, status }: Extract<DeskRoute, { does: 'tell' }>): Promise<Answer> {
    const id = within ? await this.find(call.actor, within, call.keys) : 0;
    const text = await told(this.resolve, { ...call, id });
    return status === 200 ? answerRead(text, call.ifNoneMatch) : { status, text };
  }

  private async page({ actor, route, path, keys, query, languages }: Call): Promise<string[]> {
    const { reads, within } = route;
    const paging = pagingOf(query, reads);
    if (within) await this.find(actor, within, keys);
    const narrowed = await route.narrow?.(this.resolve, { actor, keys, query });
    const wish = {
      keys,
      languages,
      filters: [...query],
      embeds: embedsIn(query),
      sort: paging.sort,
      limit: paging.perPage,
      offset: (paging.page - 1) * paging.perPage,
      narrowed,
    };
    const { total, entries } = await this.walks.page({ actor, source: reads, path, query, wish }, paging.page);
    const [fields, finish] = [query.get('fields'), await this.finisher(actor, reads, query)];
    return writePage(
      entries.map((entry) => onlyFields(finish(entry), fields)),
      { path, query, paging, total },
    );
  }

  private async stream({ actor, route: { reads }, path, keys, query, languages }: Call): Promise<string[]> {
    const { perPage: limit } = pagingOf(query, reads);
    const asked = query.has('since_id') ? [...query] : [['since_id', '0'] satisfies Asked, ...query];
    const [embeds, sort] = [embedsIn(query), { field: undefined, isDescending: false }];
    const wish = { keys, languages, filters: asked, embeds, sort, limit, offset: 0 };
    const entries = await this.walks.stream({ actor, source: reads, path, query, wish });
    if (entries.length === 0 && query.has('since_id')) throw new DeskProblem(422, STREAM_ENDS);
    const finish = await this.finisher(actor, reads, query);
    const finished = entries.map((entry) => onlyFields(finish(entry), query.get('fields')));
    return writeStream(finished, { path, query, perPage: limit });
  }

  private async entry(call: Call, named: Made = { reads: call.route.reads, keys: call.keys }): Promise<string> {
    const entry = await this.seen(call, named);
    if (entry === undefined) throw notFound();
    return entry;
  }

  private async seen({ actor, query, languages }: Call, { reads, keys }: Made): Promise<string | undefined> {
    const embeds = actor === DESK ? [] : embedsIn(query);
    const entry = await this.sources.entry(actor, reads, { keys, embeds, languages });
    if (entry === undefined) return undefined;
    return onlyFields((await this.finisher(actor, reads, query))(entry), query.get('fields'));
  }

  private async finisher(actor: Actor, { finish, finisher }: Source, query: URLSearchParams) {
    const reader = { actor, resolve: this.resolve, origin: this.origin };
    if (finisher) return finisher(reader, query);
    return (entry: string): string => (finish ? finish(entry, reader) : entry);
  }

  /**
   * What is new is known by the first key of its source, and is where its own link says. Who has made something may see what
   * he made, be it for once.
   */
  private async created(call: Call, made: number | string | Made): Promise<Answer> {
    const { keys, route } = call;
    const own = Object.keys(route.reads.keys)[0] ?? 'id';
    const named = typeof made === 'object' ? made : { reads: route.reads, keys: { ...keys, [own]: String(made) } };
    const text = (await this.seen(call, named)) ?? (await this.entry({ ...call, actor: DESK }, named));
    const { href }: { href: string } = JSON.parse(text)._links.self;
    return { status: 201, text, headers: { location: new URL(href, this.origin).href } };
  }

  private async changed(call: Call, made: number | string | Made): Promise<Answer> {
    return answerRead(await this.entry(call, typeof made === 'object' ? made : undefined), undefined);
  }

  /** Again when PostgreSQL undid all of it because of somebody else's write. */
  private async write(call: Call, route: WriteRoute, tries = TRIES): Promise<number | string | Made> {
    const { actor, tokenId, body, keys, languages } = call;
    const isInside = route.does === 'create' || route.does === 'propose';
    const target = isInside ? route.within : route.reads;
    const number = route.looks === 'itself' ? numberIn(keys) : undefined;
    const id = target ? (number ?? (await this.find(actor, target, keys))) : 0;
    if (!isInside) await this.checkVersion(call);
    try {
      const made = await route.carryOut(this.resolve, { actor, tokenId, id, keys, languages, body });
      return made ?? id;
    } catch (error) {
      if (tries > 1 && isCollision(error)) return this.write(call, route, tries - 1);
      throw error;
    }
  }

  /** Throws 409 when the writer saw another version (`If-Match`). */
  private async checkVersion(call: Call): Promise<void> {
    if (call.ifMatch === undefined || call.ifMatch.trim() === '*') return;
    const present = etagOf(await this.entry({ ...call, query: new URLSearchParams() }));
    if (call.ifMatch.trim() !== present) throw new DeskProblem(409, 'Conflict');
  }

  private async find(actor: Actor, source: DeskRoute['reads'], keys: Record<string, string>): Promise<number> {
    const id = await this.sources.find(actor, source, keys);
    if (id === undefined) throw notFound();
    return id;
  }
}

/** Of an address that names one thing, by its number and nothing else. */
function numberIn(keys: Record<string, string>): number | undefined {
  const [text = '', ...others] = Object.values(keys);
  return others.length === 0 && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** Each once, however often it was named. */
function embedsIn(query: URLSearchParams): string[] {
  const names = (query.get('embed') ?? '').split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
