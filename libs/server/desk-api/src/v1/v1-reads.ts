import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Actor } from '@bureau/contracts';
import { CONFIG, type Config } from '@bureau/platform';
import type { Resolve } from '../resource/source.ts';
import { SourceQueries } from '../resource/source.queries.ts';
import { notFound } from '../transport/desk-problem.ts';
import { pagingOf } from '../transport/paging.ts';
import { Entry, type Told } from './entry.ts';
import type { V1Route } from './v1-routes.ts';

const COUNT = '20';

interface Asked {
  actor: Actor;
  keys: Record<string, string>;
  query: URLSearchParams;
  languages: readonly string[];
}

/** Reads the rows of the API v2 and tells them in the words of v1. */
@Injectable()
export class V1Reads {
  private readonly origin: string;
  private readonly resolve: Resolve = (token) => this.modules.get(token, { strict: false });

  constructor(
    private readonly sources: SourceQueries,
    private readonly modules: ModuleRef,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.publicUrl).origin;
  }

  /** `{ results: [{ case: … }], page, count, total }`. Throws 404 where the reader does not see what the list is of, 422. */
  async list(row: V1Route, { actor, keys, query, languages }: Asked): Promise<string> {
    const { route, embeds = [] } = row;
    if (route.within && (await this.sources.find(actor, route.within, keys)) === undefined) throw notFound();
    const { page, perPage, sort } = pagingOf(inWordsOfV2(query), route.reads);
    const { total, entries } = await this.sources.page(actor, route.reads, {
      ...{ keys, languages, embeds, sort },
      filters: [...query],
      limit: perPage,
      offset: (page - 1) * perPage,
    });
    const results = entries.map(({ json }) => this.told(row, actor, json));
    return JSON.stringify({ results, page, count: perPage, total });
  }

  /** `{ case: … }`. Throws 404. */
  async show(row: V1Route, { actor, keys, languages }: Asked): Promise<string> {
    const { route, embeds = [] } = row;
    const entry = await this.sources.entry(actor, route.reads, { keys, embeds, languages });
    if (entry === undefined) throw notFound();
    return JSON.stringify(this.told(row, actor, entry));
  }

  private told({ route, noun, tell }: V1Route, actor: Actor, entry: string): Told {
    const { finish } = route.reads;
    const whole = finish ? finish(entry, { actor, resolve: this.resolve, origin: this.origin }) : entry;
    return { [noun]: tell(Entry.parse(JSON.parse(whole))) };
  }
}

/** `count` is `per_page` there, and nothing else says how a page is cut. */
function inWordsOfV2(query: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams({ page: query.get('page') ?? '1', per_page: query.get('count') || COUNT });
  const since = query.get('since_id');
  if (since !== null) asked.set('since_id', since);
  return asked;
}
