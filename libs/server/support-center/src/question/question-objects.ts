import type { FoundQuestion, PublicAnswer, PublicQuestion } from '@bureau/channels';
import { textAsHtml } from '@bureau/domain';
import { asExcerpt, marked } from '../article/article-objects.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { html, SafeHtml } from '../theme/safe-html.ts';
import { questionPath } from './question-paths.ts';

/** The Liquid object `question` (product.md 4.4). Addresses of people are nobody's business: `from_email` is empty. */
export function questionObject(question: PublicQuestion, center: CenterRequest, words: Words): LiquidObjects {
  const { answersByAgents, answersByCustomers, isErased, isClosed } = question;
  const text = isErased ? words.content_erased : question.text;
  return {
    id: question.id,
    subject: question.subject,
    subject_plain: question.subject,
    body: new SafeHtml(textAsHtml(text)),
    body_plain: text,
    from_name: question.authorName,
    from_email: '',
    created_at: question.createdAt.toISOString(),
    created: dayIn(center.language, question.createdAt),
    public_url: center.link(questionPath(question)),
    'allow_answers?': !isClosed,
    allow_answers: !isClosed,
    'featured?': question.bestAnswerId !== null,
    answers_count: answersByAgents + answersByCustomers,
    answers_agent_count: answersByAgents,
    answers_customer_count: answersByCustomers,
    is_answered: question.bestAnswerId !== null || answersByAgents > 0,
  };
}

/** A question among `search_results`, with marks around the words that were found. */
export function foundQuestionObject(found: FoundQuestion, center: CenterRequest, words: Words): LiquidObjects {
  return {
    ...questionObject(found, center, words),
    class_name: 'Question',
    subject: marked(found.markedSubject),
    body: marked(asExcerpt(found.excerpt)),
    body_plain: found.excerpt.text,
  };
}

/** The Liquid object `answer`. */
export function answerObject(answer: PublicAnswer, center: CenterRequest, words: Words): LiquidObjects {
  const text = answer.isErased ? words.content_erased : answer.text;
  return {
    id: answer.id,
    body: new SafeHtml(textAsHtml(text)),
    body_plain: text,
    from_name: answer.authorName,
    from_email: '',
    rating_value: answer.up - answer.down,
    up: answer.up,
    down: answer.down,
    agent: answer.byAgent ? { email: '', name_public: answer.authorName } : null,
    customer: answer.byAgent ? null : { name: answer.authorName },
    created_at: answer.createdAt.toISOString(),
    created: dayIn(center.language, answer.createdAt),
    updated_at: answer.createdAt.toISOString(),
    'is_erased?': answer.isErased,
    erased_by: '',
  };
}

/** `vote_block` of an answer: whether it helped. Buttons of a form: whoever only looks, person or program, never votes. */
export function voteBlock(
  { id, up, down }: PublicAnswer,
  { action, words }: { action: string; words: Words },
): SafeHtml {
  return html`<form method="post" action="${action}" class="rate">
    <p class="actions">
      <input type="hidden" name="answer_id" value="${id}" /><span class="meta">${words.answer_helpful}</span>
      <button class="quiet" type="submit" name="rating" value="1">${words.yes} (${up})</button>
      <button class="quiet" type="submit" name="rating" value="0">${words.no} (${down})</button>
    </p>
  </form>`;
}

function dayIn(language: string, day: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
