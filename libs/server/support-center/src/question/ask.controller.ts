import { Controller } from '@nestjs/common';
import { ReceiveQuestionPost, QuestionRepository, WebFormBrake, WebFormTokens, type AskedPost } from '@bureau/channels';
import type { FormProblem } from '@bureau/domain';
import { ReadingQueries, SuggestArticles } from '@bureau/knowledge';
import { ProblemError } from '@bureau/platform';
import { formOf, wordsOf } from '../account/account-pages.ts';
import { articlePath } from '../article/article-paths.ts';
import { readerOf } from '../article/reader-of.ts';
import { TRAP } from '../email/email-page.ts';
import { fieldBlock, FORM_END, formBegin, hiddenFields, problemBlock, submitBlock } from '../form/form-blocks.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { postBlocks, problemsOf, readPost, type PostForm } from './question-form.ts';
import { QUESTIONS, questionPath } from './question-paths.ts';

const READ_A_MINUTE = 60;

interface AskForm {
  post: PostForm;
  topicId: number;
  problems?: readonly FormProblem[];
  said?: string | null;
  status?: number;
}

/** Visitors ask in public. */
@Controller()
export class AskPagesController {
  constructor(
    private readonly receive: ReceiveQuestionPost,
    private readonly questions: QuestionRepository,
    private readonly reading: ReadingQueries,
    private readonly suggest: SuggestArticles,
    private readonly tokens: WebFormTokens,
    private readonly brake: WebFormBrake,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', `${QUESTIONS}/new`, 'Show the form for a public question.')
  show(center: CenterRequest): Promise<CenterAnswer> {
    const post = { name: '', email: '', subject: center.query['subject'] ?? '', body: '' };
    return this.form(center, { post, topicId: Number(center.query['topic'] ?? 0) });
  }

  @CenterPage('POST', QUESTIONS, 'Take a public question.')
  async take(center: CenterRequest): Promise<CenterAnswer> {
    const words = wordsOf(this.snippets, center);
    const sent = formOf(center);
    const post = readPost(sent, center);
    const topicId = Number(/^\d{1,15}$/.exec(sent.get('qna[kb_topic_id]'))?.[0] ?? 0);
    const form: AskForm = { post, topicId };
    try {
      await this.brake.slow(`questions:read:${center.network}`, READ_A_MINUTE);
      const problems = problemsOf(post, { withSubject: true });
      if (!(await this.questions.takesQuestions(center.brand.id, topicId, center.visitor !== null))) {
        problems.push({ field: 'qna[kb_topic_id]', snippet: 'topic_required' });
      }
      if (problems.length > 0) {
        return await this.form(center, { ...form, problems, said: words.form_problems, status: 422 });
      }
      return await this.send(center, form);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'request.rate-limited') throw error;
      return this.form(center, { ...form, said: words.form_patience, status: 429 });
    }
  }

  private async send(center: CenterRequest, form: AskForm): Promise<CenterAnswer> {
    const { brand, network, visitor, language, userAgent } = center;
    const words = wordsOf(this.snippets, center);
    const sent = formOf(center);
    const handedOut = this.tokens.read(brand.id, sent.get('form_token'));
    if (!handedOut || this.tokens.isTooFast(handedOut)) {
      return this.form(center, { ...form, said: words.form_again, status: 422 });
    }
    const deflected = sent.has('confirmed') ? null : await this.deflect(center, form);
    if (deflected) return deflected;

    const { name, email, subject, body } = form.post;
    const { hold } = await this.brake.count(network, email, { trapped: sent.get(TRAP) !== '' });
    const post: AskedPost = {
      kind: 'question',
      writer: { customerId: visitor?.customerId ?? null, name, email },
      ...{ text: body, subject, topicId: form.topicId, language, hold, network, userAgent },
    };
    const { submissionId } = handedOut;
    const receipt = await this.receive.run({ brandId: brand.id, submissionId, post });
    if (receipt?.state === 'published' && receipt.questionId !== null) {
      return {
        redirect: center.link(questionPath({ id: receipt.questionId, subject })),
        notice: words.qna_create_success,
      };
    }
    return { redirect: center.link('/'), notice: words.not_shown_until_reviewed };
  }

  /** Articles that may help, before anybody is asked; null when there are none. */
  private async deflect(center: CenterRequest, { post, topicId }: AskForm): Promise<CenterAnswer | null> {
    const { brand, language, visitor, link } = center;
    const words = wordsOf(this.snippets, center);
    const about = `${post.subject} ${post.body.slice(0, 300)}`;
    const found = await this.suggest.run(brand.id, language, visitor, about);
    if (found.length === 0) return null;
    return {
      page: 'question_pre_create',
      title: words.do_these_help,
      head: { hidden: true },
      objects: {
        articles: found.map(({ id, slug, subject, excerpt }) => ({
          subject_plain: subject.text,
          body_plain: excerpt.text,
          public_url: link(articlePath({ id, slug })),
        })),
        form_begin: formBegin(link(QUESTIONS)),
        hidden_parameters: hiddenFields({
          ...{ form_token: formOf(center).get('form_token'), confirmed: 'true', 'qna[kb_topic_id]': String(topicId) },
          ...{ 'interaction[name]': post.name, 'interaction[email]': post.email },
          ...{ 'qna[subject]': post.subject, 'qna[body]': post.body },
        }),
        submit_button: submitBlock(words.did_not_help),
        form_end: FORM_END,
      },
    };
  }

  /** Throws route.not-found where the brand takes no questions. */
  private async form(center: CenterRequest, form: AskForm): Promise<CenterAnswer> {
    const words = wordsOf(this.snippets, center);
    const topics = center.brand.offers.questions
      ? (await this.reading.topics(readerOf(center), { articles: 1 })).filter(({ allowQuestions }) => allowQuestions)
      : [];
    if (topics.length === 0) throw new ProblemError('route.not-found');
    const { post, topicId, problems = [], said = null, status = 200 } = form;
    const given = center.form?.get('form_token') ?? '';
    const token = this.tokens.read(center.brand.id, given) ? given : this.tokens.issue(center.brand.id);
    const chosen = topics.find(({ id }) => id === topicId) ?? (topics.length === 1 ? topics[0] : undefined);
    return {
      page: 'question_new',
      title: words.ask_community,
      status,
      head: { canonical: `${QUESTIONS}/new`, description: words.question_intro },
      objects: {
        problem: problemBlock(said),
        form_begin: formBegin(center.link(QUESTIONS)),
        ...postBlocks(center, { post, problems, words, token }),
        qna_topic: fieldBlock({
          ...{ name: 'qna[kb_topic_id]', label: words.topic, type: 'select', required: true },
          choices: [
            { value: '', words: words.choose },
            ...topics.map(({ id, name }) => ({ value: String(id), words: name })),
          ],
          value: chosen ? String(chosen.id) : '',
          problem: problems.some(({ field }) => field === 'qna[kb_topic_id]') ? words.topic_required : undefined,
        }),
        submit_button: submitBlock(words.post_question),
        form_end: FORM_END,
      },
    };
  }
}
