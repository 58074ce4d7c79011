import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { OnEvent } from '@bureau/platform';
import { SUBSCRIBER_OF } from './rule-run.repository.ts';
import { RunRules } from './run-rules.ts';

/** Hears of everything that rules are considered for. */
@Injectable()
export class RunRulesOnCaseFacts {
  constructor(private readonly rules: RunRules) {}

  @OnEvent('case.opened', SUBSCRIBER_OF['case.opened'])
  opened(payload: EventPayload<'case.opened'>): Promise<void> {
    return this.rules.run({ name: 'case.opened', payload });
  }

  @OnEvent('case.updated', SUBSCRIBER_OF['case.updated'])
  updated(payload: EventPayload<'case.updated'>): Promise<void> {
    return this.rules.run({ name: 'case.updated', payload });
  }

  @OnEvent('message.received', SUBSCRIBER_OF['message.received'])
  received(payload: EventPayload<'message.received'>): Promise<void> {
    return this.rules.run({ name: 'message.received', payload });
  }

  @OnEvent('message.replied', SUBSCRIBER_OF['message.replied'])
  replied(payload: EventPayload<'message.replied'>): Promise<void> {
    return this.rules.run({ name: 'message.replied', payload });
  }

  @OnEvent('note.added', SUBSCRIBER_OF['note.added'])
  noted(payload: EventPayload<'note.added'>): Promise<void> {
    return this.rules.run({ name: 'note.added', payload });
  }

  @OnEvent('satisfaction.submitted', SUBSCRIBER_OF['satisfaction.submitted'])
  rated(payload: EventPayload<'satisfaction.submitted'>): Promise<void> {
    return this.rules.run({ name: 'satisfaction.submitted', payload });
  }
}
