import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { messageOf, SendAnswer } from '../text/send-answer.ts';
import { SayWords } from '../text/say-words.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { done, nothing, type Outcome } from './outcome.ts';

type Reply = ActionOf<'quick-reply'>;

/** Of a macro: words for the composer, which the agent reads and sends. Of a rule: the desk's own answer. */
@Injectable()
export class QuickReply implements DeedHandler<'quick-reply'> {
  readonly type = 'quick-reply';
  readonly needs = 'cases:reply';

  constructor(
    private readonly words: SayWords,
    private readonly answer: SendAnswer,
  ) {}

  async check({ html, plain, subject }: Reply): Promise<ActionProblem[]> {
    return [
      ...(await this.words.checkHtml('html', html)),
      ...(await this.words.checkPlain('plain', plain)),
      ...(await this.words.checkPlain('subject', subject)),
    ];
  }

  async apply(turn: Turn, reply: Reply): Promise<Outcome> {
    if (turn.context.by === 'rule') return this.answer.say(turn, reply, 'reply');
    const said = await this.words.say(turn, reply);
    const message = messageOf('reply', [], said);
    return said.text === '' ? nothing('No words are left without the missing values.', message) : done({ message });
  }
}
