import { Injectable } from '@nestjs/common';
import { ERRORS, type ActorStamp } from '@bureau/contracts';
import { withoutDetail } from '@bureau/domain';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { AutoAnswerBrakes } from './auto-answer-brakes.ts';
import { AutoAnswerRepository } from './auto-answer.repository.ts';
import { SocialReplies, type SocialRoute } from './social-replies.ts';

const TOO_LATE_FOR_MACHINES =
  'Facebook takes what no person wrote for one day after the customer’s last message; an agent may still answer.';

export interface AnswerThere {
  caseId: number;
  text: string;
  author: ActorStamp;
  /** The rules that led here. */
  ruleIds?: number[];
}

/**
 * Lets the desk itself answer where the case came from: X or Facebook. As with mails no agent has answered, so the case
 * stays as new and as waiting as it was, and the same brakes hold.
 */
@Injectable()
export class AnswerOnNetwork {
  constructor(
    private readonly answers: AutoAnswerRepository,
    private readonly brakes: AutoAnswerBrakes,
    private readonly cases: CaseRepository,
    private readonly networks: SocialReplies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Refused: what the network would not take, in words, or the brakes. */
  @Transactional()
  async run({ caseId, text, author, ruleIds }: AnswerThere): Promise<{ to: string } | { refused: string }> {
    const supportCase = await this.cases.lock(SYSTEM, caseId);
    if (!supportCase) return { refused: 'The case is gone.' };
    if (supportCase.status === 'closed') return { refused: 'The case is closed.' };
    const route = await this.routeOf(supportCase, text);
    if ('refused' in route) return route;
    const to = route.to[0]?.address ?? '';
    const brake = await this.brakes.hold(to, caseId);
    if (brake !== null) return { refused: brake };

    const at = this.clock.now();
    const messageId = await this.answers.nextMessageId();
    const sequence = supportCase.sequence + 1;
    const { deliveryId } = await this.answers.storePost({
      ...{ messageId, caseId, sequence, text, author, at, channel: supportCase.channel },
      ...{ ...route, countedAs: withoutDetail(to) },
    });
    await this.cases.patch(caseId, { outbound: 1 }, { items: 1, at });
    const fact = { caseId, messageId, deliveryId, sequence, actor: author };
    await this.outbox.add('message.replied', ruleIds ? { ...fact, ruleIds } : fact);
    return { to };
  }

  private async routeOf(supportCase: LockedCase, text: string): Promise<SocialRoute | { refused: string }> {
    try {
      return await this.networks.route(SYSTEM, supportCase, { text, uploadIds: [], how: {}, automatic: true });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { refused: error.code === 'post.window-closed' ? TOO_LATE_FOR_MACHINES : ERRORS[error.code].message };
    }
  }
}
