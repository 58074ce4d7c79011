import { Injectable } from '@nestjs/common';
import { AddNote as WriteNote } from '@bureau/cases';
import type { ActionOf } from '@bureau/contracts';
import { SayWords } from '../text/say-words.ts';
import { messageOf } from '../text/send-answer.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { done, nothing, type Outcome } from './outcome.ts';

@Injectable()
export class AddNote implements DeedHandler<'add-note'> {
  readonly type = 'add-note';
  readonly needs = 'cases:note';

  constructor(
    private readonly words: SayWords,
    private readonly writeNote: WriteNote,
  ) {}

  check({ html }: ActionOf<'add-note'>): Promise<ActionProblem[]> {
    return this.words.checkHtml('html', html);
  }

  async apply(turn: Turn, { html: source }: ActionOf<'add-note'>): Promise<Outcome> {
    const said = await this.words.say(turn, { html: source });
    const { html, text } = said;
    const message = messageOf('note', [], said);
    if (text === '') return nothing('The note has no words left without the missing values.', message);
    await this.writeNote.run(
      turn.actor,
      turn.caseId,
      { text, html, mentionedUserIds: [], uploadIds: [], suppressRules: false },
      { keepsDraft: true },
    );
    return done({ message });
  }
}
