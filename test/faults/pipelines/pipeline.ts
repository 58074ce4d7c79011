import type { Resource } from '../../../libs/server/desk-api/src/desk-client.fixture.ts';
import type { Servers } from './servers.ts';

/** Entries by id, as they were last seen. */
export type Rows = Map<number, Resource>;

const STREAM_ENDS = 'no records found with id greater than since_id';

/** What is read in the order of change, page after page, from the last change that was seen. */
export const CHANGING = {
  cases: '/cases/search',
  customers: '/customers/search',
  companies: '/companies',
  articles: '/articles',
  feedbacks: '/feedbacks',
  notes: '/notes',
} as const;

/** What is read whole each time. */
export const WHOLE = {
  users: '/users',
  groups: '/groups',
  topics: '/topics',
  brands: '/brands',
  labels: '/labels',
  macros: '/macros',
  fields: '/custom_fields',
} as const;

/** Of what changes, what may be gone: its ids are read again, all of them. */
const MORTAL = ['cases', 'customers', 'articles'] as const;

/** Copies a desk as pipelines do: every so often it looks for what is new, and keeps where it ended. */
export class Pipeline {
  readonly copy: Record<string, Rows> = {};
  readonly replies: Rows = new Map();
  readonly interactions: Rows = new Map();
  private readonly seenUntil = new Map<string, number>();
  private readonly tags = new Map<string, string>();
  /** How many lists were as they had been. */
  unchanged = 0;

  constructor(
    private readonly servers: Servers,
    private readonly perPage: number,
  ) {}

  /** One time of all; `sweeps` looks for what is gone as well. */
  async walk({ sweeps = false } = {}): Promise<void> {
    for (const [name, path] of Object.entries(CHANGING)) {
      const changed = await this.walkChanges(name, path);
      if (name === 'cases') for (const id of changed) await this.readReplies(id);
    }
    for (const [name, path] of Object.entries(WHOLE)) await this.readWhole(name, path);
    await this.follow();
    if (sweeps) for (const name of MORTAL) await this.sweep(name);
  }

  /** By pages, from the second of the last change that was seen. The copy may have its rows already. */
  private async walkChanges(name: string, path: string): Promise<Set<number>> {
    const rows = (this.copy[name] ??= new Map());
    const since = this.seenUntil.get(name) ?? 0;
    const changed = new Set<number>();
    const query = `since_updated_at=${since}&sort_field=updated_at&sort_direction=asc&per_page=${this.perPage}`;
    for (let page = 1, more = true; more; page += 1) {
      const { body } = await this.servers.get(`${path}?${query}&page=${page}`);
      for (const entry of body._embedded.entries) {
        const at = Date.parse(String(entry['updated_at'])) / 1000;
        this.seenUntil.set(name, Math.max(this.seenUntil.get(name) ?? 0, at));
        if (JSON.stringify(rows.get(entry.id)) !== JSON.stringify(entry)) changed.add(entry.id);
        rows.set(entry.id, entry);
      }
      more = body._links.next !== null;
    }
    return changed;
  }

  private async readReplies(caseId: number): Promise<void> {
    for (let page = 1, more = true; more; page += 1) {
      const path = `/cases/${caseId}/replies?sort_field=created_at&sort_direction=asc&per_page=${this.perPage}&page=${page}`;
      const { status, body } = await this.servers.get(path);
      if (status === 404) return;
      for (const entry of body._embedded.entries) this.replies.set(entry.id, entry);
      more = body._links.next !== null;
    }
  }

  /** Whole, unless it is as it was. */
  private async readWhole(name: string, path: string): Promise<void> {
    const tag = this.tags.get(name);
    const { status, etag, body } = await this.servers.get(`${path}?per_page=1000`, tag ? { 'if-none-match': tag } : {});
    if (status === 304) this.unchanged += 1;
    else this.copy[name] = new Map(body._embedded.entries.map((entry) => [entry.id, entry]));
    if (etag) this.tags.set(name, etag);
  }

  /** What was said, from the last id that was seen until the desk says that there is no more. */
  private async follow(): Promise<void> {
    let next = `/interactions?since_id=${Math.max(0, ...this.interactions.keys())}&per_page=${this.perPage}`;
    for (;;) {
      const { status, body } = await this.servers.get(next);
      if (status === 422 && body.message === STREAM_ENDS) return;
      for (const entry of body._embedded.entries) this.interactions.set(entry.id, entry);
      next = body._links.next.href.slice('/api/v2'.length);
    }
  }

  /** Walks up all ids by the last one seen, and forgets those that are not there. */
  private async sweep(name: keyof typeof CHANGING): Promise<void> {
    const there = new Set<number>();
    for (let last = 0, more = true; more;) {
      const { body } = await this.servers.get(`${CHANGING[name]}?since_id=${last}&fields=id&per_page=${this.perPage}`);
      for (const { id } of body._embedded.entries) there.add((last = id));
      more = body._embedded.entries.length > 0;
    }
    for (const id of this.copy[name]?.keys() ?? []) if (!there.has(id)) this.copy[name]?.delete(id);
  }
}
