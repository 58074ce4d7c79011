import { Inject, Injectable } from '@nestjs/common';
import {
  BlobStorage,
  CONFIG,
  LOG,
  OutboundClient,
  OutboundRefused,
  Outbox,
  pictureTypeOf,
  Transactional,
  type Config,
  type Log,
  type StoredBlob,
} from '@bureau/platform';
import type { AccountFacts } from './account-at-network.ts';
import { AccountHealth } from './account-health.ts';
import { AccountsAtNetworks } from './accounts-at-networks.ts';
import type { SocialAccountEntity } from './social-account.entity.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

/** Bytes. */
const PICTURE_LIMIT = 2 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

/** Learns from the network who an account is now: name, handle, picture, and what its keys are good for. */
@Injectable()
export class LookAtAccount {
  private readonly client: OutboundClient;

  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly networks: AccountsAtNetworks,
    private readonly health: AccountHealth,
    private readonly storage: BlobStorage,
    private readonly outbox: Outbox,
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.client = new OutboundClient({ exemptOrigins: config.outboundOrigins });
  }

  /** Throws NetworkFailure, AccountUnavailable. */
  async run({ id, network }: Pick<SocialAccountEntity, 'id' | 'network'>): Promise<void> {
    const facts = await this.networks.of(network).look(id);
    const picture = facts.pictureUrl === null ? null : await this.picture(facts.pictureUrl);
    await this.keep(id, facts, picture);
    await this.health.note(id, 'ok');
  }

  @Transactional()
  protected async keep(id: number, facts: AccountFacts, picture: StoredBlob | null): Promise<void> {
    const account = await this.accounts.lock(id);
    if (!account) return;
    const { handle, name, longPosts = false } = facts;
    await this.accounts.save({ ...account, handle, name, longPosts, scopes: facts.scopes ?? account.scopes });
    if (picture) await this.accounts.setAvatar(id, picture);
    await this.outbox.add('social-account.changed', { accountId: id });
  }

  /** Kept here: a reader's browser never asks the network. An account without a picture is as good (S21, S47). */
  private async picture(url: string): Promise<StoredBlob | null> {
    try {
      const { body } = await this.client.get(url, {
        maxBytes: PICTURE_LIMIT,
        timeoutMs: TIMEOUT_MS,
        accept: 'image/*',
      });
      return pictureTypeOf(body) === null ? null : await this.storage.put(body);
    } catch (error) {
      if (!(error instanceof OutboundRefused)) throw error;
      this.log.warn({ err: error }, 'The picture of an account could not be fetched.');
      return null;
    }
  }
}
