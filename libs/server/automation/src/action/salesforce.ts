import { Injectable } from '@nestjs/common';
import { CaseSync } from '@bureau/cases';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { done, nothing, refused, type Outcome } from './outcome.ts';

const NOT_CONNECTED = 'Salesforce is not connected: set up Desk Connect first.';

/** Declared for Desk Connect. Nothing of it can be kept or done until it posts to feeds. */
export const postToChatter: DeedHandler<'post-to-chatter'> = {
  type: 'post-to-chatter',
  needs: 'cases:update',
  check: () => [{ at: 'type', message: NOT_CONNECTED }],
  apply: () => refused(NOT_CONNECTED),
};

/** Brings the case to Salesforce, whatever the settings say of cases that nobody chose. */
@Injectable()
export class SyncCase implements DeedHandler<'sync-case'> {
  readonly type = 'sync-case';
  readonly needs = 'cases:update';

  constructor(private readonly sync: CaseSync) {}

  check(): Promise<ActionProblem[]> {
    return problemsOf(this.sync);
  }

  apply({ caseId }: Turn): Promise<Outcome> {
    return want(this.sync, caseId, 'case');
  }
}

/** Brings the customer of the case to Salesforce. */
@Injectable()
export class SyncCustomer implements DeedHandler<'sync-customer'> {
  readonly type = 'sync-customer';
  readonly needs = 'cases:update';

  constructor(private readonly sync: CaseSync) {}

  check(): Promise<ActionProblem[]> {
    return problemsOf(this.sync);
  }

  apply({ caseId }: Turn): Promise<Outcome> {
    return want(this.sync, caseId, 'customer');
  }
}

async function problemsOf(sync: CaseSync): Promise<ActionProblem[]> {
  return (await sync.isConnected()) ? [] : [{ at: 'type', message: NOT_CONNECTED }];
}

async function want(sync: CaseSync, caseId: number, what: 'case' | 'customer'): Promise<Outcome> {
  if (!(await sync.isConnected())) return refused(NOT_CONNECTED);
  return (await sync.want(caseId, what)) ? done() : nothing('It is so already.');
}
