import { Controller } from '@nestjs/common';
import {
  PublicQuestionsQueries,
  QuestionsService,
  ReceiveQuestionPost,
  WebFormBrake,
  WebFormTokens,
  type AnswerPost,
  type PublicQuestion,
} from '@bureau/channels';
import type { FormProblem } from '@bureau/domain';
import { ReadingQueries } from '@bureau/knowledge';
import { ProblemError } from '@bureau/platform';
import { formOf, wordsOf } from '../account/account-pages.ts';
import { topicObject } from '../article/article-objects.ts';
import { isPath, readIdSlug } from '../article/article-paths.ts';
import { readerOf } from '../article/reader-of.ts';
import { newVoter, voterOf } from '../article/visitor-hash.ts';
import { TRAP } from '../email/email-page.ts';
import { FORM_END, formBegin, problemBlock, submitBlock } from '../form/form-blocks.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { pagerBlock } from '../theme/blocks.ts';
import { postBlocks, problemsOf, readPost, type PostForm } from './question-form.ts';
import { answerObject, questionObject, voteBlock } from './question-objects.ts';
import { questionIdOf, questionPath, QUESTIONS, topicQuestionsPath } from './question-paths.ts';

const QUESTIONS_OF_A_PAGE = 20;
const VOTES_A_MINUTE = 30;

interface AnswerForm {
  post: PostForm;
  problems: readonly FormProblem[];
  said: string | null;
  status: number;
}

const EMPTY: AnswerForm = {
  post: { name: '', email: '', subject: '', body: '' },
  problems: [],
  said: null,
  status: 200,
};

/** Public questions as visitors read, answer and judge them. Only buttons of forms do anything; looking never does. */
@Controller()
export class QuestionPagesController {
  constructor(
    private readonly questions: PublicQuestionsQueries,
    private readonly service: QuestionsService,
    private readonly receive: ReceiveQuestionPost,
    private readonly reading: ReadingQueries,
    private readonly tokens: WebFormTokens,
    private readonly brake: WebFormBrake,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', '/customer/portal/topics/:idSlug/questions', 'Show the questions of a topic.')
  async ofTopic(center: CenterRequest): Promise<CenterAnswer> {
    const named = readIdSlug(center.params['idSlug'] ?? '');
    const topic = named && (await this.reading.topic(readerOf(center), named.id, { limit: 1, offset: 0 }));
    if (!topic || !center.brand.offers.questions) throw new ProblemError('route.not-found');
    const page = Math.max(1, Number(/^\d{1,4}$/.exec(center.query['page'] ?? '')?.[0] ?? 1));
    const found = await this.questions.ofTopic(reader(center), topic.id, {
      limit: QUESTIONS_OF_A_PAGE + 1,
      offset: (page - 1) * QUESTIONS_OF_A_PAGE,
    });
    const words = wordsOf(this.snippets, center);
    const path = center.link(topicQuestionsPath(topic));
    const previous_url = page > 1 ? `${path}?page=${page - 1}` : null;
    const next_url = found.length > QUESTIONS_OF_A_PAGE ? `${path}?page=${page + 1}` : null;
    return {
      page: 'page_topic',
      title: `${words.questions} · ${topic.name}`,
      objects: {
        topic: topicObject({ ...topic, articles: [] }, center, () => this.questions.counts(reader(center))),
        questions: found.slice(0, QUESTIONS_OF_A_PAGE).map((one) => questionObject(one, center, words)),
        shows_questions: true,
        ask_url: topic.allowQuestions ? `${center.link(`${QUESTIONS}/new`)}?topic=${topic.id}` : null,
        previous_url,
        next_url,
        more_article_block: pagerBlock(
          { previous: previous_url, next: next_url },
          { label: words.questions, previous: words.prev, next: words.next },
        ),
      },
      head: { canonical: topicQuestionsPath(topic), hidden: page > 1 },
    };
  }

  @CenterPage('GET', `${QUESTIONS}/:idSlug`, 'Show a question and its answers.')
  async show(center: CenterRequest): Promise<CenterAnswer> {
    const question = await this.find(center);
    const path = questionPath(question);
    if (!isPath(center, path)) return { redirect: center.link(path), permanent: true };
    return this.page(center, question, EMPTY);
  }

  @CenterPage('POST', `${QUESTIONS}/:idSlug/answers`, 'Take an answer to a question.')
  async answer(center: CenterRequest): Promise<CenterAnswer> {
    const question = await this.find(center);
    const words = wordsOf(this.snippets, center);
    if (question.isClosed) {
      return { redirect: center.link(questionPath(question)), notice: words.qna_create_failure_answer_closed };
    }
    const sent = formOf(center);
    const post = readPost(sent, center);
    const form = { post, problems: problemsOf(post, { withSubject: false }), said: words.form_problems, status: 422 };
    if (form.problems.length > 0) return this.page(center, question, form);
    const handedOut = this.tokens.read(center.brand.id, sent.get('form_token'));
    if (!handedOut || this.tokens.isTooFast(handedOut)) {
      return this.page(center, question, { ...form, said: words.form_again });
    }
    try {
      return await this.send(center, { question, post, submissionId: handedOut.submissionId });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'request.rate-limited') throw error;
      return this.page(center, question, { ...form, said: words.form_patience, status: 429 });
    }
  }

  @CenterPage('POST', `${QUESTIONS}/:idSlug/rate`, 'Keep whether an answer helped.')
  async rate(center: CenterRequest): Promise<CenterAnswer> {
    await this.brake.slow(`answer-votes:${center.network}`, VOTES_A_MINUTE);
    const question = await this.find(center);
    const form = formOf(center);
    const rating = form.get('rating');
    if (rating !== '0' && rating !== '1') throw new ProblemError('request.invalid');
    const known = voterOf(center);
    const { voter, cookie } = known === null ? newVoter(center) : { voter: known, cookie: null };
    const answerId = Number(/^\d{1,15}$/.exec(form.get('answer_id'))?.[0] ?? 0);
    const vote = { questionId: question.id, answerId, voter, helpful: rating === '1' };
    await this.service.vote(center.brand.id, vote);
    return {
      redirect: `${center.link(questionPath(question))}#answer-${answerId}`,
      notice: wordsOf(this.snippets, center).answer_vote_counted,
      ...(cookie === null ? {} : { cookies: [cookie] }),
    };
  }

  @CenterPage('POST', `${QUESTIONS}/:idSlug/best`, 'Let whoever asked choose the best answer.')
  async best(center: CenterRequest): Promise<CenterAnswer> {
    const question = await this.find(center);
    if (!center.visitor) throw new ProblemError('question.not-found');
    const answerId = Number(/^\d{1,15}$/.exec(formOf(center).get('answer_id'))?.[0] ?? 0);
    const chosen = { questionId: question.id, answerId };
    await this.service.chooseAsAsker(center.visitor.customerId, center.brand.id, chosen);
    return {
      redirect: center.link(questionPath(question)),
      notice: wordsOf(this.snippets, center).best_answer_chosen,
    };
  }

  private async send(
    center: CenterRequest,
    { question, post, submissionId }: { question: PublicQuestion; post: PostForm; submissionId: string },
  ): Promise<CenterAnswer> {
    const { brand, network, visitor, language, userAgent } = center;
    const words = wordsOf(this.snippets, center);
    const { name, email, body } = post;
    const { hold } = await this.brake.count(network, email, { trapped: formOf(center).get(TRAP) !== '' });
    const answer: AnswerPost = {
      kind: 'answer',
      writer: { customerId: visitor?.customerId ?? null, name, email },
      ...{ text: body, questionId: question.id, language, hold, network, userAgent },
    };
    const receipt = await this.receive.run({ brandId: brand.id, submissionId, post: answer });
    const isThere = receipt?.state === 'published';
    return {
      redirect: center.link(questionPath(question)),
      notice: isThere ? words.qna_create_success_answer : words.not_shown_until_reviewed,
    };
  }

  private async page(center: CenterRequest, question: PublicQuestion, form: AnswerForm): Promise<CenterAnswer> {
    const words = wordsOf(this.snippets, center);
    const topic = await this.reading.topic(readerOf(center), question.topicId, { limit: 1, offset: 0 });
    if (!topic) throw new ProblemError('question.not-found');
    const answers = await this.questions.answers(question);
    const path = questionPath(question);
    const given = center.form?.get('form_token') ?? '';
    const token = this.tokens.read(center.brand.id, given) ? given : this.tokens.issue(center.brand.id);
    const objects = answers.map((answer) => ({
      ...answerObject(answer, center, words),
      is_best: answer.id === question.bestAnswerId,
      vote_block: voteBlock(answer, { action: center.link(`${path}/rate`), words }),
    }));
    return {
      page: 'question_show',
      title: question.subject,
      status: form.status,
      head: { canonical: path, description: question.text.slice(0, 160) },
      objects: {
        topic: {
          ...topicObject({ ...topic, articles: [] }, center, () => this.questions.counts(reader(center))),
          questions_url: center.link(topicQuestionsPath(topic)),
        },
        question: {
          ...questionObject(question, center, words),
          topic: { id: topic.id, name: topic.name },
          best_answer: objects.find(({ is_best }) => is_best) ?? null,
          answers: objects,
        },
        can_choose_best: center.visitor !== null && center.visitor.customerId === question.customerId,
        best_url: center.link(`${path}/best`),
        problem: problemBlock(form.said !== null && form.status !== 200 ? form.said : null),
        form_begin: question.isClosed ? null : formBegin(center.link(`${path}/answers`)),
        ...postBlocks(center, { post: form.post, problems: form.problems, words, token }),
        submit_button: submitBlock(words.post_answer),
        form_end: FORM_END,
      },
    };
  }

  /** Throws question.not-found. */
  private async find(center: CenterRequest): Promise<PublicQuestion> {
    const question = center.brand.offers.questions
      ? await this.questions.find(reader(center), questionIdOf(center))
      : undefined;
    if (!question) throw new ProblemError('question.not-found');
    return question;
  }
}

function reader({ brand, visitor }: CenterRequest) {
  return { brandId: brand.id, signedIn: visitor !== null };
}
