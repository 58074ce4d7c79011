import { Injectable } from '@nestjs/common';
import type { Actor, SocialAccount } from '@bureau/contracts';
import { Clock, ProblemError } from '@bureau/platform';
import { missingScopes } from './missing-scopes.ts';
import { SocialAccountRepository, type AccountRow } from './social-account.repository.ts';

/** Accounts of the brands that somebody serves; others do not exist for him. */
@Injectable()
export class SocialAccountsQueries {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<{ items: SocialAccount[] }> {
    return { items: (await this.accounts.list(actor, this.clock.now())).map(presentAccount) };
  }

  /** Throws social-account.not-found. */
  async get(actor: Actor, id: number): Promise<SocialAccount> {
    const row = await this.accounts.present(actor, id, this.clock.now());
    if (!row) throw new ProblemError('social-account.not-found');
    return presentAccount(row);
  }
}

function presentAccount({ scopes, ...row }: AccountRow): SocialAccount {
  return {
    ...row,
    missingScopes: missingScopes(row.network, scopes),
    connectedAt: row.connectedAt.toISOString(),
    lastEventAt: row.lastEventAt?.toISOString() ?? null,
    lastPolledAt: row.lastPolledAt?.toISOString() ?? null,
  };
}
