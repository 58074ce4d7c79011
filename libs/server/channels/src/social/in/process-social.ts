import { Injectable } from '@nestjs/common';
import { identityIdOf, type PostFacts, type SocialFact } from '@bureau/domain';
import { BlobMissing, BlobStorage, Clock, Database, Outbox, StorageUnavailable, SystemLog } from '@bureau/platform';
import { NetworkIdentityRepository, type KnownIdentity } from '@bureau/customers';
import { IntakeRepository } from '../../intake/intake.repository.ts';
import type { Verdict } from '../../intake/settle-mail.ts';
import { PersonOnFacebook } from '../../facebook/person-on-facebook.ts';
import { AccountHealth } from '../account/account-health.ts';
import { KeepMedia, type KeptMedia } from './keep-media.ts';
import { SettlePost, type PostToSettle } from './settle-post.ts';
import { SettleFact } from './settle-fact.ts';
import { SocialItemRepository, type SocialItem } from './social-item.repository.ts';
import { EchoTooEarly } from './social-settlement.ts';
import { SocialPostRepository } from './social-post.repository.ts';
import { readUnits } from './social-reader.ts';

/** After so many attempts that failed for reasons of ours, an item is put aside so that it stops costing others. */
const ATTEMPTS_AT_MOST = 10;

const NOTHING: KeptMedia = { files: [], notices: [] };
const NOBODY_NEW = { avatar: null, avatarSha256: null };

/** Takes what a network said through reading, fetching and settling. Every path ends in exactly one fate. */
@Injectable()
export class ProcessSocial {
  constructor(
    private readonly items: SocialItemRepository,
    private readonly intake: IntakeRepository,
    private readonly posts: SocialPostRepository,
    private readonly identities: NetworkIdentityRepository,
    private readonly keepMedia: KeepMedia,
    private readonly facebook: PersonOnFacebook,
    private readonly settlePost: SettlePost,
    private readonly settleFact: SettleFact,
    private readonly health: AccountHealth,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  /** `verdict`: what a person decided about a held item. */
  async run(intakeId: number, verdict?: Verdict): Promise<void> {
    const item = await this.items.take(intakeId);
    if (!item) return;
    try {
      const fact = await this.read(item);
      if (fact.kind === 'access-revoked')
        await this.health.mustReconnect(item.accountId, 'The network took access back.');
      if (fact.kind !== 'post') return await this.settleFact.run(item, fact, verdict);
      await this.settlePost.run(await this.fetch(item, fact.post));
    } catch (error) {
      if (!isPoison(error, item.attempts)) throw error;
      await this.quarantine(item, error);
    }
  }

  /** Throws BlobMissing, StorageUnavailable. */
  private async read(item: SocialItem): Promise<SocialFact> {
    const { form = 'x-activity', pointer = '' } = item.envelope.social ?? {};
    const bytes = await this.storage.readBuffer(item.rawSha256);
    const listener = { externalId: item.listenerId, handle: item.handle };
    const [unit] = readUnits(item.network, form, { bytes, pointers: [pointer], listener });
    const fact = unit?.fact ?? { kind: 'unknown' as const, what: 'Nothing' };
    // A page that was asked for does not say that a post is an edition; whoever received it has compared the words.
    const isEdition = fact.kind === 'post' && item.externalId.includes(':edited:') && !fact.post.edited;
    return isEdition ? { ...fact, post: { ...fact.post, edited: true, editedAt: item.receivedAt } } : fact;
  }

  /** Over the network, so before the transaction; for what is known already nothing is fetched again. */
  private async fetch(item: SocialItem, told: PostFacts): Promise<PostToSettle> {
    const known = await this.posts.find(item.accountId, told.stableId);
    if (known && known.messageId !== null) return { ...NOBODY_NEW, item, post: told, media: NOTHING };
    const media = await this.keepMedia.run(told.media);
    if (told.writer === null || told.byAccount) return { ...NOBODY_NEW, item, post: told, media };
    const { externalId } = told.writer;
    const identity = await this.identities.find(item.network, identityIdOf(told, externalId));
    const post = identity ? asKnown(told, identity) : await this.introduced(item, told);
    const url = post.writer?.avatarUrl;
    const isNew = url !== undefined && bareAddress(url) !== bareAddress(identity?.avatarSource ?? '');
    const avatar = isNew ? await this.keepMedia.avatar(url) : null;
    return { item, post, media, avatar, avatarSha256: avatar?.sha256 ?? identity?.avatarSha256 ?? null };
  }

  /** Messenger names people by numbers: who is new is looked up. */
  private async introduced({ accountId, network }: SocialItem, post: PostFacts): Promise<PostFacts> {
    const { writer } = post;
    if (network !== 'facebook' || writer === null || (writer.name !== '' && post.kind !== 'message')) return post;
    const person = await this.facebook.find(accountId, writer.externalId);
    if (!person) return post;
    const avatar = person.avatarUrl === null ? {} : { avatarUrl: person.avatarUrl };
    return { ...post, writer: { ...writer, ...avatar, name: writer.name || person.name } };
  }

  private async quarantine(item: SocialItem, error: unknown): Promise<void> {
    const reason = `It could not be read: ${error instanceof Error ? error.message : String(error)}`;
    const facts = {
      ...{ mailMessageId: null, contentHash: null, fromAddress: '', subject: '' },
      ...{ sender: null, answerTo: null, headers: [] },
    };
    await this.database.transaction(async () => {
      const settled = await this.intake.settle(item.id, { fate: 'failed', reason }, { facts, at: this.clock.now() });
      if (!settled) return;
      await this.outbox.add('intake.settled', { intakeId: item.id, fate: 'failed', caseId: null });
      const to = item.network === 'x' ? `@${item.handle} on X` : `the Facebook page ${item.accountName}`;
      await this.systemLog.write({
        level: 'error',
        part: 'intake',
        message: `Something that came to ${to} could not be read. It is kept as received: open it on the Intake page and run it again.`,
        details: { intakeId: item.id, reason },
      });
    });
  }
}

/** What the item itself causes would end the same way again. Ours is ours, however often it repeats. */
function isPoison(error: unknown, attempts: number): boolean {
  if (error instanceof StorageUnavailable || error instanceof EchoTooEarly) return false;
  return error instanceof BlobMissing || attempts >= ATTEMPTS_AT_MOST;
}

/** Messenger says who somebody is once, when he is looked up; from then on the desk knows. */
function asKnown(post: PostFacts, { name, handle }: KnownIdentity): PostFacts {
  const { writer } = post;
  if (writer === null) return post;
  return { ...post, writer: { ...writer, name: writer.name || name, handle: writer.handle || handle } };
}

/** Facebook signs the addresses of pictures anew each time; the picture is the same. */
function bareAddress(url: string): string {
  return url.split('?')[0] ?? url;
}
