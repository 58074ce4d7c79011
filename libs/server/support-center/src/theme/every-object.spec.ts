import { FeedbackLinks } from '@bureau/cases';
import { aCase } from '@bureau/cases/testing';
import {
  articlesApi,
  casesApi,
  questionsApi,
  surveysApi,
  themesApi,
  ThemeTemplateName,
  topicsApi,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { aQuestion } from '../question/question.fixture.ts';
import { aVisitor } from '../question/visitor.fixture.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

/** What Desk.com's themes know on every page (product.md 4.4). */
const EVERYWHERE = [
  ...['company_name', 'timezone', 'questions_enabled_config', 'email_enabled_config', 'chat_enabled_config'],
  ...['phone_enabled_config', 'myportal_enabled', 'portal_authentication_enabled_config', 'agent_name_config'],
  ...['portal_authentication_type_config', 'portal_logout_enabled_config', 'default_mailbox', 'topics'],
  ...['authentication_login_url', 'authentication_logout_url', 'search_autocomplete_articles_url'],
].map((name) => `site.${name}`);

const DESK = [
  ...['brands', 'current_brand.id', 'current_brand.name', 'system.max_attachments', 'system.snippets.thank_you'],
  ...['home', 'email', 'chat', 'question', 'login', 'myportal', 'myaccount'].map((link) => `system.links.${link}`),
  ...['header_content', 'footer_content', 'contact_us_content', 'layout'].map((part) => `page.theme.${part}`),
  ...[
    'page.theme.logo',
    'page.theme.hdr-text-color',
    'page.content',
    'apps.twitter.enabled',
    'apps.twitter.username',
    'apps.get_satisfaction.enabled',
  ],
].map((name) => `desk.${name}`);

const FRAME = [
  ...['system.language', 'system.language_name_localized', 'system.links', 'system.snippets'],
  ...['current_user.is_guest', 'current_user.is_guest?', 'portal.authentication_enabled', 'page', 'langs_list'],
  ...['search_form_begin', 'search_form_end', 'hidden_parameters'],
];

const TOPIC = [
  ...['id', 'name', 'article_count', 'question_count', 'public_articles_url', 'public_questions_url'],
  ...['allow_questions', 'articles'],
].map((name) => `topic.${name}`);

const ARTICLE = [
  ...['subject_plain', 'body', 'body_plain', 'public_url', 'updated_at', 'keywords', 'number_of_attachments'],
  ...['kb_article_attachments'],
].map((name) => `article.${name}`);

const FORM = ['form_begin', 'form_end', 'interaction_name', 'interaction_email', 'email_subject', 'email_body'];

const FILTERS = `{{ 'a b c d' | clip: 3 }}{{ 'now' | in_time_zone: site.timezone | date: '%Y' }}{{ 'a@b.example' | gravatar_image: 'mp', true }}
{{ '/x.png' | portal_image_url: 'x' }}{{ 2 | pluralize: 'a', 'b' }}{{ '' | show_something: 'x' }}{{ 'x {0}' | format_snippet: 1 }}
{{ 'a' | escape_newlines }}{{ 'a b' | url_encode }}{{ page | already_rated_by_user }}{{ page | already_rated_by_user_up }}{{ page | already_rated_by_user_down }}`;

const QUESTION = [
  ...['id', 'subject', 'subject_plain', 'body', 'body_plain', 'from_name', 'from_email', 'created_at', 'public_url'],
  ...['topic.name', 'featured?', 'allow_answers?', 'answers_count', 'answers_agent_count', 'answers_customer_count'],
  ...['best_answer.id', 'answers'],
].map((name) => `question.${name}`);

const ANSWER = [
  ...['id', 'body', 'body_plain', 'from_name', 'from_email', 'rating_value', 'agent.email', 'agent.name_public'],
  ...['created_at', 'updated_at', 'is_erased?', 'erased_by', 'vote_block'],
].map((name) => `question.best_answer.${name}`);

const RESULT = [
  ...['class_name', 'subject_plain', 'body_plain', 'public_url', 'featured?'],
  ...['answers_count', 'answers_agent_count', 'answers_customer_count'],
].flatMap((name) => [`search_results[0].${name}`, `search_results[1].${name}`]);

const ROW = ['id', 'subject', 'status.id', 'status.name', 'portal_url', 'created_at', 'updated_at', 'customer.name'];

const CASE = [
  ...ROW,
  ...['description', 'channel_icon', 'is_email_channel?', 'can_accept_replies', 'user.name_public', 'customer.id'],
  ...['customer.first_name', 'customer.last_name', 'customer.email', 'customer.facebook.profile_image_url'],
  ...['customer.twitter.profile_image_url', 'emails', 'tweets', 'facebook_feeds', 'messages'],
];

const EMAIL = [
  ...['subject', 'body', 'new_html', 'from', 'from_name', 'inbound?', 'attachments', 'created_at', 'is_erased?'],
  ...['erased_by'],
].map((name) => `case.emails[0].${name}`);

const FEEDBACK = ['feedback_enabled', 'question', 'additional_question', 'rating', 'additional_feedback'].map(
  (name) => `customer_feedback.${name}`,
);

const ACCOUNT = [
  ...['profile_form', 'name', 'language', 'save_button', 'password_form', 'new_password', 'password_button'],
  ...['address_form', 'change_address_form', 'new_email', 'address_button', 'addresses[0].address', 'sign_out_form'],
];

const SIGNED_IN = [
  ...['current_user.customer.name', 'current_user.customer.email', 'desk.customer.id'],
  ...['desk.customer.can_access_company_tickets?'],
];

/** Where each template is seen, what it knows beside what every page does, and whether somebody is signed in there. */
const PAGES: Partial<Record<ThemeTemplateName, { names: string[]; private?: boolean; status?: number }>> = {
  page_index: { names: ['site.topics[0].name', 'site.topics[0].public_articles_url'] },
  page_topic: { names: [...TOPIC, 'more_article_block'] },
  page_article: { names: [...TOPIC, ...ARTICLE, 'rate_block'] },
  page_search_result: { names: [...RESULT, 'search_term', 'number_search_results', 'more_search_block'] },
  email_new: { names: [...FORM, 'file_attachment', 'submit_button', 'desk.page.content.form.form_begin'] },
  question_new: { names: ['form_begin', 'qna_topic', 'qna_subject', 'qna_body', 'submit_button', 'form_end'] },
  question_show: { names: [...QUESTION, ...ANSWER, 'topic.name', 'form_begin', 'qna_body', 'submit_button'] },
  login: { names: ['form_begin', 'email', 'password', 'submit_button', 'form_end'] },
  registration: { names: ['form_begin', 'name', 'email', 'submit_button', 'form_end'] },
  forgot_password: { names: ['form_begin', 'email', 'submit_button', 'form_end'] },
  authentication_verification: { names: ['text', 'form_begin', 'submit_button', 'form_end'], private: true },
  myportal_index: {
    names: [
      ...['cases', ...ROW.map((name) => `cases[0].${name}`), 'more_cases_block'],
      ...['desk.page.content.cases', 'desk.page.content.more_cases_block', ...SIGNED_IN],
    ],
    private: true,
  },
  myportal_show: {
    names: [
      ...[...CASE.map((name) => `case.${name}`), ...EMAIL, ...SIGNED_IN, ...FEEDBACK, 'resolve_or_reopen_button'],
      ...['form_begin', 'hidden_parameters', 'file_attachment', 'submit_button', 'form_end', 'desk.page.content.case'],
    ],
    private: true,
  },
  myaccount: { names: [...ACCOUNT, ...SIGNED_IN], private: true },
  customer_feedback: { names: [...FEEDBACK, 'form_begin', 'submit_button', 'form_end'] },
  customer_feedback_completed: { names: FEEDBACK },
  error: { names: ['error.status', 'error.title', 'error.text'], status: 404 },
};

let desk: TestDesk;
let center: { id: number; slug: string };
let paths: Partial<Record<ThemeTemplateName, string>>;
let cookie: string;
beforeAll(async () => {
  desk = await startTestDesk();
  center = await aCenter(desk, { name: 'Larkspur', languages: ['en', 'de'] });
  await desk.aMailbox('help@larkspur.example', { brandId: center.id });
  await desk.sql.run("INSERT INTO brand_logos VALUES ($1, 'image/png', 'a1', '\\x00')", [center.id]);
  const ada = desk.as(desk.administrator);
  const topic = await ada.call(topicsApi.create, {
    body: { name: 'Brewing', description: 'Water and time.', brandIds: [center.id], allowQuestions: true },
  });
  const { id } = await ada.call(articlesApi.create, {
    body: { topicId: topic.id, subject: 'Descaling', html: '<p>Fill the tank.</p>', publishAt: '2026-01-01T00:00:00Z' },
  });
  const questionPath = await anAnsweredQuestion(topic.id);
  const visitor = await aVisitor(desk, center.id);
  cookie = visitor.cookie;
  const { caseId, surveyPath } = await aRatedCase(visitor.customerId);
  await desk.drain();
  paths = {
    page_index: '/',
    page_topic: `/customer/portal/topics/${topic.id}-brewing/articles`,
    page_article: `/customer/portal/articles/${id}-descaling`,
    page_search_result: '/customer/portal/articles/search?q=descaling',
    email_new: '/customer/portal/emails/new',
    question_new: '/customer/portal/questions/new',
    question_show: questionPath,
    login: '/customer/login',
    registration: '/customer/registrations/new',
    forgot_password: '/customer/password_resets/new',
    authentication_verification: '/customer/logout',
    myportal_index: '/customer/portal/private/cases?show=all',
    myportal_show: `/customer/portal/private/cases/${caseId}`,
    myaccount: '/customer/account',
    customer_feedback: surveyPath,
    customer_feedback_completed: `${surveyPath}/completed`,
    error: '/customer/portal/nowhere',
  };
});
afterAll(() => closeDesk(desk));

/** The path of a question whose best answer is the company's. */
async function anAnsweredQuestion(topicId: number): Promise<string> {
  const ada = desk.as(desk.administrator);
  const questionId = await aQuestion(desk, center.id, { topicId, subject: 'Descaling how often?', text: 'Weekly?' });
  const params = { questionId };
  const { case: supportCase } = await ada.call(questionsApi.judge, { params, body: { state: 'published' } });
  const { sequence } = await ada.call(casesApi.get, { params: { caseId: supportCase.id } });
  await ada.call(questionsApi.answer, { params, body: { text: 'Once a month.', sequence } });
  await desk.drain();
  const { question } = await ada.call(questionsApi.ofCase, { params: { caseId: supportCase.id } });
  await ada.call(questionsApi.choose, { params, body: { answerId: question?.answers[0]?.id ?? 0 } });
  await desk.drain();
  return `/customer/portal/questions/${questionId}-descaling-how-often`;
}

/** A resolved case of the customer, with what he thinks of the answer. */
async function aRatedCase(customerId: number): Promise<{ caseId: number; surveyPath: string }> {
  const { id: caseId } = await aCase(desk);
  const change = `UPDATE cases SET brand_id = $2, customer_id = $3, status = 'resolved', resolved_at = now() WHERE id = $1`;
  await desk.sql.run(change, [caseId, center.id, customerId]);
  const words = { en: { question: 'Are you happy?', additionalQuestion: 'Why?' } };
  await desk.as(desk.administrator).call(surveysApi.write, {
    params: { brandId: center.id },
    body: {
      ...{ enabled: true, ratingType: 'four_star', words, expiresAfterDays: 14 },
      ...{ automatic: false, sendAfterHours: 1, notAgainDays: 1 },
    },
  });
  const links = desk.running.get(FeedbackLinks);
  const { text } = await links.withKey(caseId, { text: (await links.addressFor(caseId)) ?? '', html: '' });
  const path = new URL(text).pathname;
  await visit(desk, path, { form: { 'customer_feedback[rating]': '3' } });
  return { caseId, surveyPath: path.slice(`/support/${center.slug}`.length) };
}

/** Prints the name of each object that is not there, and uses each that is. */
const using = (names: string[]) =>
  names.map((name) => `{% if ${name} == nil %}MISSING ${name};{% else %}<!-- {{ ${name} }} -->{% endif %}`).join('\n');

describe('a theme that uses every documented object, filter and block (Shows 3)', () => {
  it.each(Object.entries(PAGES))('renders %s', async (name, page) => {
    const template = ThemeTemplateName.parse(name);
    const source = `${FILTERS}\n${using([...EVERYWHERE, ...DESK, ...FRAME, ...page.names])}\nEND`;
    const params = { brandId: center.id, template };
    await desk.as(desk.administrator).call(themesApi.save, { params, body: { source } });
    await desk.drain();
    const address = `/support/${center.slug}${paths[template] ?? ''}`;
    const { status, text } = await visit(desk, address, page.private ? { cookie } : {});
    expect(status).toBe(page.status ?? 200);
    expect(text).toContain('END');
    expect(text.match(/MISSING [^;]+/g) ?? []).toEqual([]);
  });
});
