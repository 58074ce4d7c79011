import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { SayWords } from '../text/say-words.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { leftUnsaid } from './left-unsaid.ts';
import { nothing, type Outcome, type Wish } from './outcome.ts';

const LONGEST = 500;

@Injectable()
export class SetSubject implements FieldHandler<'set-subject'> {
  readonly type = 'set-subject';
  readonly needs = 'cases:update';

  constructor(private readonly words: SayWords) {}

  check({ subject }: ActionOf<'set-subject'>): Promise<ActionProblem[]> {
    return this.words.checkPlain('subject', subject);
  }

  async wish(turn: Turn, { subject: source }: ActionOf<'set-subject'>): Promise<Wish | Outcome> {
    const { text, missing } = await this.words.sayPlain(turn, source);
    const subject = text.replace(/\s+/g, ' ').slice(0, LONGEST).toWellFormed().trim();
    if (subject === '') return nothing('No words are left without the missing values.');
    return { wish: { subject }, ...leftUnsaid(missing) };
  }
}
