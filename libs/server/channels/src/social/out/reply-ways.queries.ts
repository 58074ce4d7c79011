import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, Channel, ReplyWay, ReplyWays } from '@bureau/contracts';
import type { WayThere } from '@bureau/domain';
import { Database, ProblemError } from '@bureau/platform';
import { isUsable, NetworkReplies } from './network-replies.ts';

interface AnswerableCase {
  id: number;
  channel: Channel;
  brandId: number;
  customerId: number;
  socialAccountId: number | null;
}

const BY_MAIL: ReplyWays = { network: null, accountId: null, accounts: [], ways: [] };

/** What a composer needs to know before somebody writes on a network. */
@Injectable()
export class ReplyWaysQueries {
  constructor(
    private readonly database: Database,
    private readonly replies: NetworkReplies,
  ) {}

  /** Throws case.not-found, post.account-unavailable. */
  async of(actor: Actor, caseId: number, chosen: { accountId?: number; answers?: number }): Promise<ReplyWays> {
    const access = caseAccess(actor, 2);
    const supportCase = await this.database.row<AnswerableCase>(
      `SELECT c.id, c.channel, c.brand_id AS "brandId", c.customer_id AS "customerId",
         c.social_account_id AS "socialAccountId"
       FROM cases c WHERE c.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [caseId, ...access.values],
    );
    if (!supportCase) throw new ProblemError('case.not-found');
    if (supportCase.channel !== 'twitter' && supportCase.channel !== 'facebook') return BY_MAIL;
    const { network, accounts, account, ways } = await this.replies.answers(supportCase, chosen);
    const refusal = account && !isUsable(account) ? 'post.account-unavailable' : null;
    return {
      network,
      accountId: account?.id ?? null,
      accounts: accounts.map(({ id, handle, name, state }) => ({ id, handle, name, state })),
      ways: ways.map((way) => presentWay(way, refusal)),
    };
  }
}

function presentWay(way: WayThere, refusal: string | null): ReplyWay {
  const { audience, kind, answers, recipient, limit, counting, files, window } = way;
  return {
    ...{ audience, kind, answers, limit, counting, refusal: refusal ?? way.refusal },
    to: { name: recipient.name, handle: recipient.handle },
    files: files && files.map(({ types, size, most }) => ({ types: [...types], size, most })),
    window: window && { endsAt: window.endsAt.toISOString(), forPeopleOnly: window.forPeopleOnly },
  };
}
