import { Injectable } from '@nestjs/common';
import type { Actor, Network, SocialImports } from '@bureau/contracts';
import { AuditLog, servesBrand } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { AccountKeySeal } from '../account/account-keys.ts';
import { nameOfAccount, settingsOf } from '../account/settings-of.ts';
import type { SocialAccountEntity } from '../account/social-account.entity.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import type { BroughtAccount } from './sign-in.ts';

/** What a new account brings, until somebody says otherwise. */
const IMPORTS: Record<Network, SocialImports> = {
  x: { network: 'x', mentions: true, replies: true, quotes: true, directMessages: true, searches: [] },
  facebook: { network: 'facebook', visitorPosts: true, companyPosts: false, comments: true, privateMessages: true },
};

/** Who connects accounts. */
type Connector = Extract<Actor, { kind: 'user' | 'application' }>;

/** Keeps the keys that a sign-in brought: for a new account, or for one that was here before, which goes on as it was. */
@Injectable()
export class KeepAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly seals: AccountKeySeal,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the open transaction. Returns its id. Throws social-account.of-another-brand: it is here, for a brand he does not serve. */
  async run(
    actor: Connector,
    { network, brandId }: Pick<SocialAccountEntity, 'network' | 'brandId'>,
    brought: BroughtAccount,
  ): Promise<number> {
    const found = await this.accounts.findByExternalId(network, brought.externalId);
    const kept = found && (await this.accounts.lock(found.id));
    if (!kept) return this.add(actor, { network, brandId }, brought);
    if (!servesBrand(actor, kept.brandId)) throw new ProblemError('social-account.of-another-brand');
    return this.renew(actor, kept, brought);
  }

  /** After a sign-in that was for this very account. Throws social-account.not-found. */
  @Transactional()
  async again(actor: Connector, accountId: number, brought: BroughtAccount): Promise<number> {
    const kept = await this.accounts.lock(accountId);
    if (!kept || !servesBrand(actor, kept.brandId)) throw new ProblemError('social-account.not-found');
    return this.renew(actor, kept, brought);
  }

  private async add(
    actor: Connector,
    at: Pick<SocialAccountEntity, 'network' | 'brandId'>,
    brought: BroughtAccount,
  ): Promise<number> {
    const { id } = await this.accounts.save({
      ...at,
      ...this.keysOf(brought),
      isDefault: !(await this.accounts.hasDefault(at.brandId, at.network)),
      imports: IMPORTS[at.network],
      connectedAt: this.clock.now(),
      connectedBy: actor.userId,
    });
    await this.record(actor, { id, before: null });
    return id;
  }

  /** Whoever disconnected an account did not want to hear of it: what was said until now is no work then. */
  private async renew(actor: Connector, kept: SocialAccountEntity, brought: BroughtAccount): Promise<number> {
    const { id, brandId, network } = kept;
    const since =
      kept.state === 'disconnected'
        ? { connectedAt: this.clock.now(), isDefault: !(await this.accounts.hasDefault(brandId, network)) }
        : { backfill: true };
    await this.accounts.save({ ...kept, ...this.keysOf(brought), ...since, connectedBy: actor.userId });
    await this.record(actor, { id, before: kept });
    return id;
  }

  private async record(
    actor: Connector,
    { id, before }: { id: number; before: SocialAccountEntity | null },
  ): Promise<void> {
    const account = await this.accounts.find(id);
    if (!account) throw new ProblemError('social-account.not-found');
    await this.audit.record(actor, {
      ...{ noun: 'social-account', id, name: nameOfAccount(account) },
      ...{ action: before ? 'changed' : 'created', after: settingsOf(account) },
      ...(before && { before: settingsOf(before) }),
    });
    await this.outbox.add('social-account.connected', { accountId: id });
    await this.outbox.add('social-account.changed', { accountId: id });
  }

  private keysOf({ externalId, handle, name, keys, expireAt, scopes }: BroughtAccount) {
    return {
      ...{ externalId, handle, name, scopes },
      ...{ tokensSealed: this.seals.seal(keys), tokensExpireAt: expireAt, renewingSince: null },
      ...{ state: 'ok' as const, stateReason: '' },
    };
  }
}
