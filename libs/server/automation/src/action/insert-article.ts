import { Injectable } from '@nestjs/common';
import { ArticleTexts } from '@bureau/cases';
import { userIdOf, type ActionOf } from '@bureau/contracts';
import { textAsHtml } from '@bureau/domain';
import { messageOf, SendAnswer } from '../text/send-answer.ts';
import { SayWords } from '../text/say-words.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { done, nothing, refused, type Outcome } from './outcome.ts';

type Insert = ActionOf<'insert-article'>;

/** An article as the channel of the case has it: of a macro for the composer, of a rule as the desk's own answer. */
@Injectable()
export class InsertArticle implements DeedHandler<'insert-article'> {
  readonly type = 'insert-article';
  readonly needs = 'cases:reply';

  constructor(
    private readonly articles: ArticleTexts,
    private readonly words: SayWords,
    private readonly answer: SendAnswer,
    private readonly references: KnownReferences,
  ) {}

  check({ articleId }: Insert): Promise<ActionProblem[]> {
    return this.references.check('articleId', 'article', articleId);
  }

  async apply(turn: Turn, { articleId }: Insert): Promise<Outcome> {
    const isForComposer = turn.context.by === 'macro';
    const writerId = isForComposer ? userIdOf(turn.actor) : undefined;
    const article = await this.articles.find(turn.actor, { articleId, caseId: turn.caseId, writerId });
    if (!article) return refused('The article is not published, or not for the brand of this case.');
    const { html, text, pictures } = article;
    const written = { html: html ?? textAsHtml(text), plain: text, pictures };
    if (!isForComposer) return this.answer.say(turn, written, 'reply');
    const said = await this.words.say(turn, written);
    const message = messageOf('reply', [], said);
    return said.text === '' ? nothing('The article says nothing.', message) : done({ message });
  }
}
