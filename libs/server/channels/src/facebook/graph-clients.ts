import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '@bureau/platform';
import { AccountHealth } from '../social/account/account-health.ts';
import { AccountKeySeal } from '../social/account/account-keys.ts';
import { KeyRepository } from '../social/account/key.repository.ts';
import { NetworkLimits } from '../social/account/network-limits.ts';
import { AccountUnavailable } from '../social/network-failure.ts';
import { GraphError } from './graph-error.ts';
import type { GraphUsage } from './graph-usage.ts';
import { Graph } from './graph.ts';

/** The name of the limit that calls of a page count against; `limit` 100, in percent. */
export const GRAPH_CALLS = 'calls';

/** How long a usage that names no end is believed. */
const BELIEVED_MS = 60 * 60_000;

/** The Graph API, speaking for one page. */
@Injectable()
export class GraphClients {
  constructor(
    private readonly kept: KeyRepository,
    private readonly seals: AccountKeySeal,
    private readonly limits: NetworkLimits,
    private readonly health: AccountHealth,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'facebook'>,
  ) {}

  /** A client with the page's token. Throws AccountUnavailable. */
  async of(accountId: number): Promise<Graph> {
    return this.speaking(accountId, await this.tokenOf(accountId));
  }

  /** The token of a page, for what is asked about it. Throws AccountUnavailable. */
  async tokenOf(accountId: number): Promise<string> {
    const kept = await this.kept.find(accountId);
    if (!kept) throw new AccountUnavailable(accountId, 'gone');
    if (kept.state === 'paused' || kept.state === 'disconnected' || kept.state === 'reconnect')
      throw new AccountUnavailable(accountId, kept.state);
    const keys = this.seals.open(kept.sealed);
    if (keys?.kind !== 'page') throw new AccountUnavailable(accountId, 'reconnect');
    return keys.accessToken;
  }

  /**
   * Asks Facebook in the name of a page. A page whose token is gone turns `reconnect`. Throws GraphError and
   * AccountUnavailable, nothing else of Facebook.
   */
  async ask<T>(accountId: number, work: (graph: Graph) => Promise<T>): Promise<T> {
    const token = await this.tokenOf(accountId);
    try {
      return await work(this.speaking(accountId, token));
    } catch (error) {
      if (error instanceof GraphError && error.kind === 'auth') await this.lost(accountId, token, error);
      throw error;
    }
  }

  /** A client with any token: of a person who signs in, or of a page before it is an account; null: without one. */
  with(token: string | null, heard?: (usage: GraphUsage) => Promise<void>): Graph {
    const now = () => this.clock.now();
    return new Graph({ config: this.config.facebook, token, now, ...(heard && { heard }) });
  }

  /** A client with the app's own token. Null: not configured. */
  app(): Graph | null {
    const { app } = this.config.facebook;
    return app && this.with(`${app.id}|${app.secret}`);
  }

  private speaking(accountId: number, token: string): Graph {
    return this.with(token, (usage) => this.noteUsage(accountId, usage));
  }

  /** A token that was replaced meanwhile says nothing about the page. */
  private async lost(accountId: number, token: string, error: GraphError): Promise<void> {
    const kept = this.seals.open((await this.kept.find(accountId))?.sealed ?? null);
    if (kept?.kind === 'page' && kept.accessToken === token) await this.health.note(accountId, error);
  }

  private async noteUsage(accountId: number, { percent, regainedAt }: GraphUsage): Promise<void> {
    const resetsAt = regainedAt ?? new Date(this.clock.now().getTime() + BELIEVED_MS);
    const remaining = regainedAt ? 0 : Math.round(100 - percent);
    await this.limits.note(accountId, { what: GRAPH_CALLS, limit: 100, remaining, resetsAt });
  }
}
