import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import type { ITwitterApiClientPlugin, TwitterApi, TwitterRateLimit } from 'twitter-api-v2';
import { AccountHealth } from '../social/account/account-health.ts';
import { NetworkLimits } from '../social/account/network-limits.ts';
import { NetworkFailure } from '../social/network-failure.ts';
import { XApp } from './x-app.ts';
import { xFailureOf } from './x-failure.ts';
import { XKeys, type XKeysInUse } from './x-keys.ts';
import { xLimitOf } from './x-limits.ts';

export interface AskingX {
  /** How many calls of each limit are left to others; pollers leave some to people who answer. 0 by default. */
  reserve?: number;
}

/**
 * The unmodified client of X, speaking for one account. Every request is counted against the limits of the account before
 * it leaves (a `rate` failure then, and nobody was asked), and what X says of them is kept.
 */
@Injectable()
export class XClients {
  constructor(
    private readonly app: XApp,
    private readonly keys: XKeys,
    private readonly limits: NetworkLimits,
    private readonly health: AccountHealth,
    private readonly clock: Clock,
  ) {}

  /**
   * A client with keys that are good now. It throws what the library throws; {@link ask} is for everything that is no
   * stream. Throws AccountUnavailable, NetworkFailure (the keys could not be renewed).
   */
  async of(accountId: number, asking: AskingX = {}): Promise<TwitterApi> {
    return this.clientFor(accountId, await this.keys.of(accountId), asking);
  }

  /**
   * Asks X in the name of an account. Keys that X has forgotten are renewed once and the work is done again: only what X
   * refused with 401 is repeated, and of that nothing was done. An account whose keys are gone turns `reconnect`.
   * Throws NetworkFailure and AccountUnavailable, nothing else of X.
   */
  async ask<T>(accountId: number, work: (client: TwitterApi) => Promise<T>, asking: AskingX = {}): Promise<T> {
    const keys = await this.keys.of(accountId);
    try {
      return await this.attempt(accountId, keys, { work, asking });
    } catch (error) {
      if (!(error instanceof NetworkFailure) || error.kind !== 'auth') throw error;
      return this.again(accountId, keys, { work, asking, refusal: error });
    }
  }

  private async again<T>(
    accountId: number,
    refused: XKeysInUse,
    { work, asking, refusal }: Work<T> & { refusal: NetworkFailure },
  ): Promise<T> {
    const renewed = await this.keys.renew(accountId, refused);
    try {
      if (renewed === null) throw refusal;
      return await this.attempt(accountId, renewed, { work, asking });
    } catch (error) {
      if (error instanceof NetworkFailure && error.kind === 'auth') await this.health.note(accountId, error);
      throw error;
    }
  }

  private async attempt<T>(accountId: number, keys: XKeysInUse, { work, asking }: Work<T>): Promise<T> {
    try {
      return await work(this.clientFor(accountId, keys, asking));
    } catch (error) {
      throw xFailureOf(error);
    }
  }

  private clientFor(accountId: number, { keys }: XKeysInUse, { reserve = 0 }: AskingX): TwitterApi {
    const plugins = [this.counting(accountId, reserve)];
    if (keys.kind === 'oauth1') return this.app.signedClient(keys, plugins);
    return this.app.bearerClient(keys.accessToken, plugins);
  }

  private counting(accountId: number, reserve: number): ITwitterApiClientPlugin {
    const note = async (method: string, url: URL, rate: TwitterRateLimit | undefined): Promise<void> => {
      const known = xLimitOf(method, url.pathname);
      if (!known || !rate) return;
      const { limit, remaining, reset } = rate;
      await this.limits.note(accountId, { what: known.what, limit, remaining, resetsAt: new Date(reset * 1000) });
    };
    return {
      onBeforeRequest: async ({ params, url }) => this.admit(accountId, { method: params.method, url, reserve }),
      onAfterRequest: async ({ params, url, response }) => note(params.method, url, response.rateLimit),
      onResponseError: async ({ params, url, error }) => note(params.method, url, error.rateLimit),
    };
  }

  /** Throws NetworkFailure of kind `rate` when the account has to wait. */
  private async admit(
    accountId: number,
    { method, url, reserve }: { method: string; url: URL; reserve: number },
  ): Promise<void> {
    const known = xLimitOf(method, url.pathname);
    const retryAt = known && (await this.limits.take(accountId, known, reserve));
    if (!retryAt) return;
    const minutes = Math.max(1, Math.ceil((retryAt.getTime() - this.clock.now().getTime()) / 60_000));
    const words = `X lets this account do that again in ${minutes} minute${minutes === 1 ? '' : 's'}.`;
    throw new NetworkFailure({ kind: 'rate', words, status: null, code: '', retryAt });
  }
}

interface Work<T> {
  work: (client: TwitterApi) => Promise<T>;
  asking: AskingX;
}
