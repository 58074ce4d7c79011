import { Injectable } from '@nestjs/common';
import type { Actor, SocialAccount, SocialAccountState, UpdateSocialAccount } from '@bureau/contracts';
import { AuditLog, BrandRepository, servesBrand, UserRepository } from '@bureau/identity';
import { InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { nameOfAccount, settingsOf } from './settings-of.ts';
import type { SocialAccountEntity } from './social-account.entity.ts';
import { SocialAccountRepository } from './social-account.repository.ts';
import { SocialAccountsQueries } from './social-accounts.queries.ts';

/** What administrators decide about an account: settings, and whether it is listened to. Each change is in the audit log. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly queries: SocialAccountsQueries,
    private readonly brands: BrandRepository,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Throws social-account.not-found, brand.not-found, group.not-found, request.invalid (imports of another network). */
  @Transactional()
  async update(actor: Actor, id: number, input: UpdateSocialAccount): Promise<SocialAccount> {
    const account = await this.lock(actor, id);
    await this.check(actor, account, input);
    const { isDefault, ...columns } = input;
    await this.accounts.save({ ...account, ...columns, isDefault: account.isDefault && !this.leaves(account, input) });
    await this.chooseDefault(account, input);
    return this.changed(actor, account);
  }

  /** Nothing is read or sent any more; the keys stay. Throws social-account.not-found, social-account.not-connected. */
  async pause(actor: Actor, id: number): Promise<SocialAccount> {
    return this.turn(actor, id, { state: 'paused', from: ['ok', 'trouble', 'reconnect', 'paused'] });
  }

  /** As before; what was said meanwhile is fetched. Throws social-account.not-found, social-account.not-connected. */
  async resume(actor: Actor, id: number): Promise<SocialAccount> {
    return this.turn(actor, id, { state: 'ok', from: ['paused'] });
  }

  /** Its keys are given back, by a job; everything that was said stays. Throws social-account.not-found. */
  @Transactional()
  async disconnect(actor: Actor, id: number): Promise<SocialAccount> {
    const account = await this.lock(actor, id);
    if (account.state === 'disconnected') return this.queries.get(actor, id);
    await this.accounts.save({ ...account, state: 'disconnected', stateReason: '', isDefault: false });
    if (account.isDefault) await this.succeed(account);
    await this.outbox.add('social-account.disconnected', { accountId: id });
    return this.changed(actor, account);
  }

  @Transactional()
  protected async turn(
    actor: Actor,
    id: number,
    { state, from }: { state: SocialAccountState; from: readonly SocialAccountState[] },
  ): Promise<SocialAccount> {
    const account = await this.lock(actor, id);
    if (account.state === 'disconnected') throw new ProblemError('social-account.not-connected');
    if (!from.includes(account.state) || account.state === state) return this.queries.get(actor, id);
    await this.accounts.save({ ...account, state, stateReason: '', backfill: account.backfill || state === 'ok' });
    await this.outbox.add(state === 'ok' ? 'social-account.connected' : 'social-account.paused', { accountId: id });
    return this.changed(actor, account);
  }

  private async lock(actor: Actor, id: number): Promise<SocialAccountEntity> {
    const account = await this.accounts.lock(id);
    if (!account || !servesBrand(actor, account.brandId)) throw new ProblemError('social-account.not-found');
    return account;
  }

  private async check(actor: Actor, account: SocialAccountEntity, input: UpdateSocialAccount): Promise<void> {
    const { brandId, groupId, imports } = input;
    if (brandId !== undefined && (!servesBrand(actor, brandId) || !(await this.brands.find(brandId))))
      throw new ProblemError('brand.not-found');
    if (groupId && !(await this.users.groupExists(groupId))) throw new ProblemError('group.not-found');
    if (imports && imports.network !== account.network)
      throw new InvalidInput([{ path: 'imports.network', message: 'Name what this network has.' }]);
  }

  private leaves(account: SocialAccountEntity, { brandId, isDefault }: UpdateSocialAccount): boolean {
    return isDefault === false || (brandId !== undefined && brandId !== account.brandId);
  }

  /** Each brand has one that answers on a network, as long as it has any there. */
  private async chooseDefault(before: SocialAccountEntity, input: UpdateSocialAccount): Promise<void> {
    const { id, network } = before;
    const brandId = input.brandId ?? before.brandId;
    if (before.isDefault && brandId !== before.brandId) await this.succeed(before);
    const wanted =
      input.isDefault ?? (brandId !== before.brandId && !(await this.accounts.hasDefault(brandId, network)));
    if (wanted && before.state !== 'disconnected') await this.accounts.setDefault(brandId, network, id);
  }

  private async succeed(account: SocialAccountEntity): Promise<void> {
    const { brandId, network } = account;
    await this.accounts.setDefault(brandId, network, await this.accounts.successor(account));
  }

  private async changed(actor: Actor, before: SocialAccountEntity): Promise<SocialAccount> {
    const { id } = before;
    const after = await this.accounts.find(id);
    if (!after) throw new ProblemError('social-account.not-found');
    await this.audit.record(actor, {
      ...{ noun: 'social-account', id, name: nameOfAccount(after), action: 'changed' },
      ...{ before: settingsOf(before), after: settingsOf(after) },
    });
    await this.outbox.add('social-account.changed', { accountId: id });
    return this.queries.get(actor, id);
  }
}
