import type { Actor } from '@bureau/contracts';
import type { PostFacts } from '@bureau/domain';
import type { InboundMessage } from '@bureau/cases';
import { storable } from '../../intake/inbound-from-mail.ts';
import type { LedgerFacts } from '../../intake/intake.repository.ts';
import type { KeptMedia } from './keep-media.ts';
import type { SocialItem } from './social-item.repository.ts';

/** Thrown to roll back: another process settled the item first. */
export class SettledElsewhere extends Error {}

/** What it is about is not known yet, or something of ours is on its way to the same place: it is looked at again. */
export class EchoTooEarly extends Error {
  override name = 'EchoTooEarly';
}

export const X_ACTOR: Actor = { kind: 'system', name: 'X' };
export const FACEBOOK_ACTOR: Actor = { kind: 'system', name: 'Facebook' };

export function actorOf({ network }: Pick<SocialItem, 'network'>): Actor {
  return network === 'x' ? X_ACTOR : FACEBOOK_ACTOR;
}

/** What the ledger shows of an item; nobody is answered by a machine for what he said on a network. */
export function factsOf(subject: string, writer: string): LedgerFacts {
  return {
    ...{ mailMessageId: null, contentHash: null, sender: null, answerTo: null, headers: [] },
    ...{ fromAddress: storable(writer), subject: storable(subject) },
  };
}

/** As people are shown: `@don` on X, a name on Facebook; numbers are nobody's name. */
export function writerShown({ writer, network }: Pick<PostFacts, 'writer' | 'network'>): string {
  if (writer?.handle) return `@${writer.handle}`;
  return writer?.name || (network === 'x' ? 'X user' : 'Facebook user');
}

/** Whoever said it; what the account said itself comes under its own name. */
export function saidBy({ network, handle, accountName }: SocialItem, post: PostFacts): string {
  if (!post.byAccount) return writerShown(post);
  return network === 'x' && handle !== '' ? `@${handle}` : accountName;
}

/** Says in the words of cases what a post says. */
export function messageOf(
  item: SocialItem,
  {
    post,
    media,
    subject,
    customerId,
  }: { post: PostFacts; media: KeptMedia; subject: string; customerId: number | null },
): InboundMessage {
  const text = storable(post.text);
  const { writer } = post;
  const account = { name: item.accountName, address: item.handle === '' ? '' : `@${item.handle}` };
  const person = {
    name: storable(writer?.name || writer?.handle || writerShown(post)),
    address: writer?.handle ? storable(`@${writer.handle}`) : '',
  };
  return {
    ...{
      subject,
      text,
      visibleLength: text.length,
      html: null,
      cc: [],
      messageId: null,
      inReplyTo: null,
      references: [],
    },
    ...{ automatic: null, sender: null, notices: media.notices, userId: null, customerId, intakeId: item.id },
    ...{ files: media.files, channel: item.network === 'x' ? 'twitter' : 'facebook' },
    from: post.byAccount ? account : person,
    to: post.byAccount ? [] : [account],
    author: post.byAccount ? { kind: 'system', id: null, name: item.accountName } : null,
  };
}
