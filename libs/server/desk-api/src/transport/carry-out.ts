import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Actor } from '@bureau/contracts';
import { CONFIG, isCollision, type Config } from '@bureau/platform';
import type { DeskRoute } from '../resource/desk-route.ts';
import { SourceQueries } from '../resource/source.queries.ts';
import { answerRead, etagOf, type Answer } from './answer.ts';
import { DeskProblem, notFound } from './desk-problem.ts';
import { onlyFields } from './fields.ts';
import { pagingOf, writePage } from './paging.ts';

const TRIES = 3;
const DESK: Actor = { kind: 'system', name: 'Bureau' };

/** A request that may be made, by somebody known. */
export interface Call {
  actor: Actor;
  route: DeskRoute;
  /** Below /api/v2, as it was sent. */
  path: string;
  keys: Record<string, string>;
  query: URLSearchParams;
  body: object;
  ifMatch: string | undefined;
  ifNoneMatch: string | undefined;
}

type WriteRoute = Extract<DeskRoute, { carryOut: unknown }>;

/** Reads what the route reads, does what it does, and makes the answer. */
@Injectable()
export class CarryOut {
  constructor(
    private readonly sources: SourceQueries,
    private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws {@link DeskProblem} and whatever the verbs throw. */
  async run(call: Call): Promise<Answer> {
    const { route } = call;
    switch (route.does) {
      case 'list':
        return answerRead(await this.page(call), call.ifNoneMatch);
      case 'show':
        return answerRead(await this.entry(call, call.keys), call.ifNoneMatch);
      case 'create':
        return this.created(call, await this.write(call, route));
      case 'change':
        await this.write(call, route);
        return { ...answerRead(await this.entry(call, call.keys), undefined), status: 200 };
      case 'remove':
        await this.write(call, route);
        return { status: 204, text: '' };
    }
  }

  private async page({ actor, route, path, keys, query }: Call): Promise<string> {
    const { reads, within } = route;
    const paging = pagingOf(query, reads);
    if (within) await this.find(actor, within, keys);
    const narrowed = await route.narrow?.((token) => this.modules.get(token, { strict: false }), {
      actor,
      keys,
      query,
    });
    const { total, entries } = await this.sources.page(actor, reads, {
      keys,
      filters: [...query],
      embeds: embedsIn(query),
      sort: paging.sort,
      limit: paging.perPage,
      offset: (paging.page - 1) * paging.perPage,
      narrowed,
    });
    const fields = query.get('fields');
    return writePage(
      entries.map((entry) => onlyFields(entry, fields)),
      { path, query, paging, total },
    );
  }

  private async entry({ actor, route, query }: Call, keys: Record<string, string>): Promise<string> {
    const entry = await this.sources.entry(actor, route.reads, { keys, embeds: embedsIn(query) });
    if (entry === undefined) throw notFound();
    return onlyFields(entry, query.get('fields'));
  }

  /** The address of what is new is that of the list and its number, unless its own link says otherwise. */
  private async created(call: Call, id: number): Promise<Answer> {
    const own = Object.keys(call.route.reads.keys)[0] ?? 'id';
    const keys = { ...call.keys, [own]: String(id) };
    const text = (await this.made(call, keys)) ?? (await this.made({ ...call, actor: DESK }, keys));
    if (text === undefined) throw notFound();
    const { href }: { href: string } = JSON.parse(text)._links.self;
    return { status: 201, text, headers: { location: new URL(href, this.config.publicUrl).href } };
  }

  /** Who has made something may see what he made, be it for once. */
  private async made(
    { actor, route, query }: Pick<Call, 'actor' | 'route' | 'query'>,
    keys: Record<string, string>,
  ): Promise<string | undefined> {
    const embeds = actor === DESK ? [] : embedsIn(query);
    const entry = await this.sources.entry(actor, route.reads, { keys, embeds });
    return entry === undefined ? undefined : onlyFields(entry, query.get('fields'));
  }

  /** Again when PostgreSQL undid all of it because of somebody else's write. */
  private async write(call: Call, route: WriteRoute, tries = TRIES): Promise<number> {
    const { actor, body, keys } = call;
    const target = route.does === 'create' ? route.within : route.reads;
    const id = target ? await this.find(actor, target, keys) : 0;
    if (route.does !== 'create') await this.checkVersion(call);
    try {
      const made = await route.carryOut((token) => this.modules.get(token, { strict: false }), { actor, id, body });
      return made ?? id;
    } catch (error) {
      if (tries > 1 && isCollision(error)) return this.write(call, route, tries - 1);
      throw error;
    }
  }

  /** Throws 409 when the writer saw another version (`If-Match`). */
  private async checkVersion(call: Call): Promise<void> {
    if (call.ifMatch === undefined || call.ifMatch.trim() === '*') return;
    const present = etagOf(await this.entry({ ...call, query: new URLSearchParams() }, call.keys));
    if (call.ifMatch.trim() !== present) throw new DeskProblem(409, 'Conflict');
  }

  private async find(actor: Actor, source: DeskRoute['reads'], keys: Record<string, string>): Promise<number> {
    const id = await this.sources.find(actor, source, keys);
    if (id === undefined) throw notFound();
    return id;
  }
}

/** Each once, however often it was named. */
function embedsIn(query: URLSearchParams): string[] {
  const names = (query.get('embed') ?? '').split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
