import { Injectable } from '@nestjs/common';
import { CaseSync } from '@bureau/cases';
import type { ActionOf } from '@bureau/contracts';
import { SayWords } from '../text/say-words.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { leftUnsaid } from './left-unsaid.ts';
import { done, nothing, refused, type Outcome } from './outcome.ts';

const NOT_CONNECTED = 'Salesforce is not connected: set up Desk Connect first.';

/** Says something in the feed of the case there: at once, or as soon as the case is there. */
@Injectable()
export class PostToChatter implements DeedHandler<'post-to-chatter'> {
  readonly type = 'post-to-chatter';
  readonly needs = 'cases:update';

  constructor(
    private readonly sync: CaseSync,
    private readonly words: SayWords,
  ) {}

  async check({ text }: ActionOf<'post-to-chatter'>): Promise<ActionProblem[]> {
    return [...(await problemsOf(this.sync)), ...(await this.words.checkPost('text', text))];
  }

  async apply(turn: Turn, { text }: ActionOf<'post-to-chatter'>): Promise<Outcome> {
    if (!(await this.sync.isConnected())) return refused(NOT_CONNECTED);
    const { segments, missing } = await this.words.sayPost(turn, text);
    if (segments.length === 0) return nothing('No words are left without the missing values.');
    switch (await this.sync.post(turn.caseId, segments)) {
      case 'apart':
        return nothing('The case is not linked to Salesforce.');
      case 'waits':
        return done({ reason: 'It is posted as soon as the case is in Salesforce.' });
      case 'goes':
        return done(leftUnsaid(missing));
    }
  }
}

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
