import { Injectable } from '@nestjs/common';
import {
  SocialReplies,
  type CaseToAnswer,
  type PostRoute,
  type PostToSend,
  type PostWanted,
  type SocialRoute,
} from '@bureau/cases';
import { userIdOf, type Actor, type MailAddress, type Network, type ReplyOnNetwork } from '@bureau/contracts';
import { waysToAnswer, type PersonThere, type TextRange, type WayThere } from '@bureau/domain';
import { Clock, ProblemError } from '@bureau/platform';
import { ReplyFactsRepository, type AnsweringAccount } from './reply-facts.repository.ts';
import { refuseFiles } from './reply-files.ts';
import { partsOf } from './reply-parts.ts';

/** Who could answer a case on its network, and how. */
export interface AnswersThere {
  network: Network;
  accounts: AnsweringAccount[];
  account: AnsweringAccount | null;
  ways: WayThere[];
}

/** Plans how an answer leaves on a network, and refuses what the network would. */
@Injectable()
export class NetworkReplies extends SocialReplies {
  constructor(
    private readonly facts: ReplyFactsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async route(actor: Actor, supportCase: CaseToAnswer, wanted: PostWanted): Promise<SocialRoute> {
    const { text, uploadIds, how, automatic = false } = wanted;
    const { network, account, ways } = await this.answers(supportCase, { ...how, automatic });
    if (!account || !isUsable(account)) throw new ProblemError('post.account-unavailable');
    const way = ways.find(({ audience }) => how.audience === undefined || audience === how.audience);
    if (!way) throw new ProblemError(ways.length === 0 ? 'post.no-recipient' : 'post.not-possible');
    if (way.refusal) throw new ProblemError(way.refusal);
    const parts = partsOf(text, way, how.split ?? false);
    const files = uploadIds.length === 0 ? [] : await this.facts.files(userIdOf(actor) ?? 0, uploadIds);
    refuseFiles(files, way);

    const filesApart = way.files === null ? files.length : 0;
    const route: PostRoute = {
      ...{ network, accountId: account.id, kind: way.kind, toComment: way.toComment, answers: way.target },
      ...{ recipient: way.recipient.externalId, conversation: way.conversation, parts, filesApart },
      ...{ wanted: how, automatic },
    };
    return { from: addressOf(account), to: [addressOf(way.recipient)], route, posts: postsOf(route, parts) };
  }

  /** Throws post.account-unavailable for an account that is none of the brand. */
  async answers(
    supportCase: Pick<CaseToAnswer, 'id' | 'channel' | 'brandId' | 'customerId' | 'socialAccountId'>,
    { accountId, answers, automatic = false }: ReplyOnNetwork & { automatic?: boolean } = {},
  ): Promise<AnswersThere> {
    const network = supportCase.channel === 'facebook' ? 'facebook' : 'x';
    const accounts = await this.facts.accounts(supportCase.brandId, network, supportCase.socialAccountId);
    const account = accountId === undefined ? (accounts[0] ?? null) : accounts.find(({ id }) => id === accountId);
    if (account === undefined) throw new ProblemError('post.account-unavailable');
    if (account === null) return { network, accounts, account, ways: [] };

    const messageId = answers ?? null;
    const inPublic = await this.facts.said(supportCase.id, { inPrivate: false, messageId });
    const inPrivate = await this.facts.said(supportCase.id, { inPrivate: true, messageId });
    const isFacebook = network === 'facebook';
    const ways = waysToAnswer({
      ...{ network, account, inPublic, inPrivate, automatic, now: this.clock.now() },
      person: await this.facts.person(supportCase.customerId, network),
      answeredInPrivate: isFacebook && inPublic ? await this.facts.answeredInPrivate(supportCase.id, inPublic) : false,
      wroteAt: isFacebook && inPrivate ? await this.facts.wroteAt(inPrivate) : null,
    });
    return { network, accounts, account, ways };
  }
}

/** Whether an account may speak at the moment. */
export function isUsable({ state }: AnsweringAccount): boolean {
  return state === 'ok' || state === 'trouble';
}

/** One for each part, and one for each file that is a message of its own. */
function postsOf(route: PostRoute, parts: readonly TextRange[]): PostToSend[] {
  const { accountId: account, kind, conversation } = route;
  return Array.from({ length: parts.length + route.filesApart }, (_, part) => ({
    ...{ account, kind, conversation, part },
    parent: part === 0 || kind !== 'reply' ? route.answers : null,
  }));
}

function addressOf({ name, handle }: Pick<PersonThere, 'name' | 'handle'>): MailAddress {
  return { name, address: handle === '' ? name : `@${handle}` };
}
