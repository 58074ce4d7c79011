import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { SayWords } from '../text/say-words.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { leftUnsaid } from './left-unsaid.ts';
import type { Wish } from './outcome.ts';

const LONGEST = 20_000;

@Injectable()
export class SetDescription implements FieldHandler<'set-description'> {
  readonly type = 'set-description';
  readonly needs = 'cases:update';

  constructor(private readonly words: SayWords) {}

  check({ description }: ActionOf<'set-description'>): Promise<ActionProblem[]> {
    return this.words.checkPlain('description', description);
  }

  async wish(turn: Turn, { description: source }: ActionOf<'set-description'>): Promise<Wish> {
    const { text, missing } = await this.words.sayPlain(turn, source);
    return { wish: { description: text.slice(0, LONGEST).toWellFormed() }, ...leftUnsaid(missing) };
  }
}
