import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, type ActionOf } from '@bureau/contracts';
import { WantCall } from '../webhook/want-call.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { done, refused, type Outcome } from './outcome.ts';

/** Tells another program, once the write is committed. */
@Injectable()
export class CallWebhook implements DeedHandler<'call-webhook'> {
  readonly type = 'call-webhook';
  readonly needs = 'cases:update';

  constructor(
    private readonly wantCall: WantCall,
    private readonly references: KnownReferences,
  ) {}

  check({ webhookId }: ActionOf<'call-webhook'>): Promise<ActionProblem[]> {
    return this.references.check('webhookId', 'webhook', webhookId);
  }

  async apply({ actor, caseId, context }: Turn, { webhookId }: ActionOf<'call-webhook'>): Promise<Outcome> {
    const wanted = await this.wantCall.run(webhookId, {
      event: context.by === 'rule' ? 'rule.applied' : 'macro.applied',
      caseId,
      messageId: context.messageId ?? null,
      by: { ...stampOf(actor), ...causeOf(actor) },
    });
    return 'refused' in wanted ? refused(wanted.refused) : done();
  }
}
