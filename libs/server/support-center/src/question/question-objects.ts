import type { PublicAnswer, PublicQuestion } from '@bureau/channels';
import { textAsHtml } from '@bureau/domain';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { SafeHtml } from '../theme/safe-html.ts';
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
    answers_count: answersByAgents + answersByCustomers,
    answers_agent_count: answersByAgents,
    answers_customer_count: answersByCustomers,
    is_answered: question.bestAnswerId !== null || answersByAgents > 0,
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
  };
}

function dayIn(language: string, day: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
