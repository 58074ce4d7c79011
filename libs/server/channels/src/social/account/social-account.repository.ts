import { Injectable } from '@nestjs/common';
import type { Actor, Network, SocialAccount, SocialAccountState } from '@bureau/contracts';
import { servedBy } from '@bureau/identity';
import { Database } from '@bureau/platform';
import { SocialAccountEntity } from './social-account.entity.ts';

/** The contract `SocialAccount` from `a`, its brand `b` and its group `g`. */
const PRESENTED = `
  a.id, a.network, a.external_id AS "externalId", a.handle, a.name,
  CASE WHEN a.avatar_sha256 IS NOT NULL THEN '/api/v3/social-accounts/' || a.id || '/avatar' END AS "avatarUrl",
  json_build_object('id', b.id, 'name', b.name) AS brand,
  CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name) END AS "group",
  a.is_default AS "isDefault", a.imports, a.state, a.state_reason AS "stateReason", a.scopes,
  a.connected_at AS "connectedAt", a.last_event_at AS "lastEventAt", a.last_polled_at AS "lastPolledAt",
  a.subscription_id IS NOT NULL AS pushed,
  coalesce((SELECT json_agg(json_build_object('what', l.what, 'limit', l.limit_count,
      'remaining', CASE WHEN l.resets_at > $1 THEN l.remaining ELSE l.limit_count END,
      'resetsAt', to_json(l.resets_at)) ORDER BY l.what)
    FROM social_limits l WHERE l.account_id = a.id), '[]') AS limits`;

/** An account as {@link SocialAccount}, before the missing scopes are named. */
export type AccountRow = Omit<SocialAccount, 'missingScopes' | 'connectedAt' | 'lastEventAt' | 'lastPolledAt'> & {
  scopes: string[];
  connectedAt: Date;
  lastEventAt: Date | null;
  lastPolledAt: Date | null;
};

@Injectable()
export class SocialAccountRepository {
  constructor(private readonly database: Database) {}

  find(id: number): Promise<SocialAccountEntity | null> {
    return this.database.repository(SocialAccountEntity).findOneBy({ id });
  }

  /** The account as it is, kept from changing until the end of the transaction. */
  async lock(id: number): Promise<SocialAccountEntity | null> {
    await this.database.run('SELECT 1 FROM social_accounts WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id);
  }

  /** All accounts whose cases begin with a group, kept from changing until the end of the transaction. */
  lockOfGroup(groupId: number): Promise<SocialAccountEntity[]> {
    return this.database.repository(SocialAccountEntity).find({
      where: { groupId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** By the network's own id, whatever its state; webhooks name accounts so. */
  findByExternalId(network: Network, externalId: string): Promise<SocialAccountEntity | null> {
    return this.database.repository(SocialAccountEntity).findOneBy({ network, externalId });
  }

  /** Accounts that are listened to: `ok` or `trouble`, with keys. */
  findListening(network: Network): Promise<SocialAccountEntity[]> {
    return this.database
      .repository(SocialAccountEntity)
      .createQueryBuilder('account')
      .where("account.network = :network AND account.state IN ('ok', 'trouble')", { network })
      .andWhere('account.tokensSealed IS NOT NULL')
      .orderBy('account.id')
      .getMany();
  }

  /** Accounts of the brands that an actor serves. */
  async list(actor: Actor, at: Date): Promise<AccountRow[]> {
    return this.database.rows<AccountRow>(
      `SELECT ${PRESENTED} FROM social_accounts a JOIN brands b ON b.id = a.brand_id LEFT JOIN groups g ON g.id = a.group_id
       WHERE $2::bigint[] IS NULL OR a.brand_id = ANY($2) ORDER BY b.name, b.id, a.network DESC, a.handle, a.id`,
      [at, servedBy(actor)],
    );
  }

  /** Undefined also for an account of a brand that the actor does not serve. */
  present(actor: Actor, id: number, at: Date): Promise<AccountRow | undefined> {
    return this.database.row<AccountRow>(
      `SELECT ${PRESENTED} FROM social_accounts a JOIN brands b ON b.id = a.brand_id LEFT JOIN groups g ON g.id = a.group_id
       WHERE a.id = $3 AND ($2::bigint[] IS NULL OR a.brand_id = ANY($2))`,
      [at, servedBy(actor), id],
    );
  }

  async hasDefault(brandId: number, network: Network): Promise<boolean> {
    const row = await this.database.row(
      'SELECT 1 FROM social_accounts WHERE brand_id = $1 AND network = $2 AND is_default',
      [brandId, network],
    );
    return row !== undefined;
  }

  /** Makes an account the one that answers for its brand on its network; null: none does. */
  async setDefault(brandId: number, network: Network, id: number | null): Promise<void> {
    await this.database.run(
      'UPDATE social_accounts SET is_default = false WHERE brand_id = $1 AND network = $2 AND is_default AND id IS DISTINCT FROM $3',
      [brandId, network, id],
    );
    await this.database.run('UPDATE social_accounts SET is_default = true WHERE id = $1', [id]);
  }

  /** Who answers for a brand when this account does not any more: the one that is connected longest. */
  async successor({ id, brandId, network }: SocialAccountEntity): Promise<number | null> {
    const row = await this.database.row<{ id: number }>(
      `SELECT id FROM social_accounts WHERE brand_id = $1 AND network = $2 AND id <> $3 AND state <> 'disconnected'
       ORDER BY connected_at, id LIMIT 1`,
      [brandId, network, id],
    );
    return row?.id ?? null;
  }

  /** Its picture, kept by this desk. */
  async setAvatar(id: number, { sha256, size }: { sha256: string; size: number }): Promise<void> {
    await this.database.run(
      `WITH blob AS (INSERT INTO blobs (sha256, size) VALUES ($2, $3) ON CONFLICT DO NOTHING)
       UPDATE social_accounts SET avatar_sha256 = $2 WHERE id = $1`,
      [id, sha256, size],
    );
  }

  save(account: Partial<SocialAccountEntity>): Promise<SocialAccountEntity> {
    return this.database.repository(SocialAccountEntity).save({ ...account });
  }

  /** Returns whether the state is another one than before, so that it is reported once. Only from one of `from`. */
  async setState(
    id: number,
    { state, reason, from }: { state: SocialAccountState; reason: string; from: readonly SocialAccountState[] },
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE social_accounts SET state = $2, state_reason = $3
       WHERE id = $1 AND state = ANY($4) AND (state, state_reason) IS DISTINCT FROM ($2, $3)`,
      [id, state, reason, from],
    );
    return changed > 0;
  }

  /** Everything that there was has been asked for; what was missed is fetched when `caughtUp`. */
  async polled(id: number, { at, caughtUp }: { at: Date; caughtUp: boolean }): Promise<void> {
    await this.database.run(
      'UPDATE social_accounts SET last_polled_at = $2, backfill = backfill AND NOT $3 WHERE id = $1',
      [id, at, caughtUp],
    );
  }

  /** What was said from now on until it is listened to again has to be fetched then. */
  async needsBackfill(id: number): Promise<void> {
    await this.database.run('UPDATE social_accounts SET backfill = true WHERE id = $1 AND NOT backfill', [id]);
  }

  /** The network's name for our subscription; null: it tells us nothing by itself any more. */
  async setSubscription(id: number, subscriptionId: string | null): Promise<void> {
    await this.database.run('UPDATE social_accounts SET subscription_id = $2 WHERE id = $1', [id, subscriptionId]);
  }
}
