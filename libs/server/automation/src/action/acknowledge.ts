import { Injectable } from '@nestjs/common';
import { SendAnswer } from '../text/send-answer.ts';
import type { Turn } from './action-context.ts';
import type { DeedHandler } from './action-handler.ts';
import type { Outcome } from './outcome.ts';

/** Tells the customer that the mail arrived, by the brand's template, once in a conversation. */
@Injectable()
export class Acknowledge implements DeedHandler<'acknowledge'> {
  readonly type = 'acknowledge';
  readonly needs = 'cases:reply';

  constructor(private readonly answer: SendAnswer) {}

  apply(turn: Turn): Promise<Outcome> {
    return this.answer.acknowledge(turn);
  }
}
