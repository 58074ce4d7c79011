import { Injectable } from '@nestjs/common';
import { causeOf, permits, stampOf, type ActionOf, type Actor } from '@bureau/contracts';
import { WantCall } from '../webhook/want-call.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { done, refused, type Outcome } from './outcome.ts';

const MAY_WRITE_IT = ['macros:manage', 'rules:manage'] as const;
const MAY_NOT = 'Webhooks are called by the macros and rules of those who manage them: ask one of them for it.';

/** Tells another program, once the write is committed. */
@Injectable()
export class CallWebhook implements DeedHandler<'call-webhook'> {
  readonly type = 'call-webhook';
  readonly needs = 'cases:update';

  constructor(
    private readonly wantCall: WantCall,
    private readonly references: KnownReferences,
  ) {}

  /** Whoever applies a macro may call what it calls; to write it into one is for those who answer for others. */
  async check({ webhookId }: ActionOf<'call-webhook'>, actor: Actor): Promise<ActionProblem[]> {
    if (!MAY_WRITE_IT.some((permission) => permits(actor, permission))) return [{ at: 'type', message: MAY_NOT }];
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
