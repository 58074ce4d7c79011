import { Injectable } from '@nestjs/common';
import type { Network, SocialAccountState } from '@bureau/contracts';
import { subjectOfPost, type SocialFact } from '@bureau/domain';
import { BlobStorage, Clock, Database, Outbox, type StoredBlob } from '@bureau/platform';
import { IntakeRepository } from '../../intake/intake.repository.ts';
import { WakeIntake } from '../../intake/wake-intake.ts';
import type { SocialAccountEntity } from '../account/social-account.entity.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import type { Form } from './read/unit.ts';
import { SocialItemRepository } from './social-item.repository.ts';
import { SocialPostRepository } from './social-post.repository.ts';
import { findUnits, readUnits, type ReadUnit } from './social-reader.ts';
import { factsOf, writerShown } from './social-settlement.ts';
import { sourceOf } from './social-source.ts';

export interface ReceivedSocial {
  network: Network;
  form: Form;
  bytes: Uint8Array;
  /** The account that asked; null: the bytes say whom they are for. */
  accountId: number | null;
  /** Of whoever handed it over; null: it was fetched. */
  ip?: string | null;
  /** What has to be true together with the new items, such as how far a stream has been read. */
  alongside?: () => Promise<void>;
}

/** A unit for one of our accounts, or for nobody. */
interface Addressed extends ReadUnit {
  accountId: number | null;
  /** Why nothing may come of it, in words; null: it is for somebody to answer. */
  aside: string | null;
}

/**
 * Makes what a network says safe: its bytes are in the storage and its ledger rows are committed when this resolves. Only
 * then may it be acknowledged. Units are read only as far as their name in the ledger needs; nothing of them can fail.
 */
@Injectable()
export class ReceiveSocial {
  constructor(
    private readonly storage: BlobStorage,
    private readonly intake: IntakeRepository,
    private readonly items: SocialItemRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly posts: SocialPostRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly wake: WakeIntake,
    private readonly clock: Clock,
  ) {}

  /** How many items are new. Throws StorageUnavailable or a database error. */
  async run(received: ReceivedSocial): Promise<number> {
    const { bytes, alongside } = received;
    const units = await this.read(received);
    const stored = units.length > 0 ? await this.storage.put(bytes) : null;
    const keep = async () => {
      const ids = stored ? await this.keep(received, units, stored) : [];
      await alongside?.();
      return ids;
    };
    // As a rule that is one statement, which is a transaction by itself.
    const isOneStatement = alongside === undefined && units.every(({ aside }) => aside === null);
    const ids = isOneStatement ? await keep() : await this.database.transaction(keep);
    this.wake.later(ids);
    return ids.length;
  }

  /** The ids of what is new and somebody's to answer. */
  private async keep(
    { network, form, ip = null }: ReceivedSocial,
    units: readonly Addressed[],
    stored: StoredBlob,
  ): Promise<number[]> {
    const named = units.map((unit) => ({ ...unit, source: sourceOf(network, unit.accountId) }));
    const toRecord = named.map(({ source, externalId, accountId, pointer }) => ({
      ...{ source, externalId, accountId },
      envelope: { from: null, recipients: [], ip, helo: null, social: { form, pointer } },
    }));
    const ids: number[] = [];
    for (const { id, source, externalId } of await this.items.record(toRecord, stored, this.clock.now())) {
      const unit = named.find((each) => each.source === source && each.externalId === externalId);
      if (!unit || unit.aside === null) ids.push(id);
      else await this.setAside(id, { fact: unit.fact, reason: unit.aside });
    }
    return ids;
  }

  private async read(received: ReceivedSocial): Promise<Addressed[]> {
    const { network, form, bytes } = received;
    const byAccount = Map.groupBy(findUnits(network, form, bytes), ({ account }) => account);
    const addressed: Addressed[] = [];
    for (const [externalId, found] of byAccount) {
      const account = await this.listenerOf(received, externalId);
      const listener = account ? { externalId: account.externalId, handle: account.handle } : nobody(externalId);
      const pointers = found.map(({ pointer }) => pointer);
      const units = readUnits(network, form, { bytes, pointers, listener });
      if (!account) addressed.push(...units.map((unit) => ({ ...unit, accountId: null, aside: FOR_NOBODY })));
      else addressed.push(...(await this.forAccount(account, { units, received })));
    }
    return addressed;
  }

  private listenerOf({ network, accountId }: ReceivedSocial, externalId: string | null) {
    if (accountId !== null) return this.accounts.find(accountId);
    return externalId === null ? null : this.accounts.findByExternalId(network, externalId);
  }

  /**
   * Networks go on telling for a while after an account was paused. It is kept under another name, so that it comes in
   * when what was said meanwhile is fetched.
   */
  private async forAccount(
    { id, state }: SocialAccountEntity,
    { units, received }: { units: ReadUnit[]; received: ReceivedSocial },
  ): Promise<Addressed[]> {
    const aside = isTold(received) ? (DEAF[state] ?? null) : null;
    const named = isTold(received) ? units : await this.named(id, units);
    const suffix = aside === null ? '' : `:while-${state}`;
    return named.map((unit) => ({ ...unit, accountId: id, aside, externalId: `${unit.externalId}${suffix}` }));
  }

  /** A page that was asked for does not say which of its posts were edited since: their words do. */
  private async named(accountId: number, units: ReadUnit[]): Promise<ReadUnit[]> {
    const texts = units.flatMap(({ fact }) =>
      isPlainPost(fact) ? [[fact.post.stableId, fact.post.text] as const] : [],
    );
    const changed = await this.posts.findReworded(accountId, new Map(texts));
    if (changed.size === 0) return units;
    return units.map((unit) => {
      const name = isPlainPost(unit.fact) ? changed.get(unit.fact.post.stableId) : undefined;
      return name === undefined ? unit : { ...unit, externalId: `${unit.externalId}:edited:${name}` };
    });
  }

  /** Kept, visible, and nothing comes of it unless a person runs it again. */
  private async setAside(intakeId: number, { fact, reason }: { fact: SocialFact; reason: string }): Promise<void> {
    const facts =
      fact.kind === 'post' ? factsOf(subjectOfPost(fact.post.text, ''), writerShown(fact.post)) : factsOf('', '');
    await this.intake.settle(intakeId, { fate: 'suppressed', reason }, { facts, at: this.clock.now() });
    await this.outbox.add('intake.settled', { intakeId, fate: 'suppressed', caseId: null });
  }
}

/** Test buttons send made-up ids, and pages that were removed still tell. */
const FOR_NOBODY = 'It is for an account that this desk does not have.';

/** What networks tell for accounts that are not listened to; asked for is nothing of them. */
const DEAF: Partial<Record<SocialAccountState, string>> = {
  paused: 'The account was paused. What is said meanwhile is fetched when it is resumed.',
  disconnected: 'The account was disconnected.',
};

/** By the network itself; pages that were asked for were asked for while the account listened. */
function isTold({ accountId, form }: ReceivedSocial): boolean {
  return accountId === null || form === 'x-stream';
}

function nobody(externalId: string | null) {
  return { externalId: externalId ?? '', handle: '' };
}

/** Of X an edition has an id of its own. */
function isPlainPost(fact: SocialFact): fact is Extract<SocialFact, { kind: 'post' }> {
  return fact.kind === 'post' && !fact.post.edited && fact.post.network === 'facebook';
}
