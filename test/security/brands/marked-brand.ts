import { FeedbackLinks } from '@bureau/cases';
import {
  articlesApi,
  casesApi,
  questionsApi,
  supportCentersApi,
  surveysApi,
  themesApi,
  topicsApi,
} from '@bureau/contracts';
import { BrandDirectory, hashPassword } from '@bureau/identity';
import { AccountRepository } from '../../../libs/server/support-center/src/account/account.repository.ts';
import { visit, type Visit } from '../../fixtures/center.ts';
import type { TestDesk } from '../../fixtures/desk.ts';
import { hiddenOf } from '../../fixtures/visitor.ts';

export const CUSTOMER = { name: 'Ana Sol', email: 'ana.sol@customer.example', password: 'another long phrase' };
/** In the texts of every brand: who looks for it finds what there is. */
export const COMMON = 'grinder';
const PAST = '2026-01-01T00:00:00Z';
/** One pixel, as PNG; a byte after its end makes it another picture. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A brand in whose every text its mark stands, and the customer who is signed in at it. */
export interface MarkedBrand {
  id: number;
  mark: string;
  slug: string;
  host: string;
  /** `name=value` of the customer's session. */
  cookie: string;
  caseId: number;
  questionId: number;
  answerId: number;
  articleId: number;
  topicId: number;
  /** Below the brand: of the survey that a mail names. */
  survey: string;
}

/** What a page of every kind says of its brand; `${mark}-${kind}` has to be seen somewhere. */
export const KINDS = 'topic article body file question answer snippet footer case reply photo survey'.split(' ');

/** Furnishes a brand by the API and by its own forms, as an administrator and a customer would. */
export async function aMarkedBrand(desk: TestDesk, mark: string): Promise<MarkedBrand> {
  const host = `help.${mark}.example`;
  const { id, slug } = await aBrandOfItsOwn(desk, { mark, host });
  await furnish(desk, id, mark);
  const topicId = await aTopic(desk, id, mark);
  const articleId = await anArticle(desk, topicId, mark);
  const { caseId, cookie } = await aCase(desk, { host, mark });
  const asked = await aQuestion(desk, { host, mark, topicId, cookie });
  const links = desk.running.get(FeedbackLinks);
  const survey = await links.withKey(caseId, { text: (await links.addressFor(caseId)) ?? '', html: '' });
  return {
    ...{ id, mark, slug, host, cookie, caseId, topicId, articleId, ...asked },
    survey: new URL(survey.text).pathname,
  };
}

async function aBrandOfItsOwn(desk: TestDesk, { mark, host }: { mark: string; host: string }) {
  const id = await desk.aBrand(mark);
  await desk.sql.run('UPDATE brands SET slug = $2 WHERE id = $1', [id, `${mark}-slug`]);
  await desk.aMailbox(`help@${mark}.example`, { brandId: id, autoAcknowledge: true });
  const body = { hosts: [host], languages: ['en', 'de'], colour: '#8a4b12' };
  await desk.as(desk.administrator).call(supportCentersApi.change, { params: { brandId: id }, body });
  await desk.running.get(BrandDirectory).refresh();
  return { id, slug: `${mark}-slug` };
}

async function furnish(desk: TestDesk, brandId: number, mark: string): Promise<void> {
  const ada = desk.as(desk.administrator);
  const { source } = await ada.call(themesApi.read, { params: { brandId, template: 'footer' } });
  const footer = { source: `${source}<p>${mark}-footer</p>` };
  await ada.call(themesApi.save, { params: { brandId, template: 'footer' }, body: footer });
  for (const language of ['en', 'de']) {
    const texts = { how_can_we_help: `${mark}-snippet`, error_missing_title: `${mark}-missing` };
    await ada.call(themesApi.changeTexts, { params: { brandId, language }, body: { texts } });
  }
  await ada.call(surveysApi.write, {
    params: { brandId },
    body: {
      ...{ enabled: true, ratingType: 'four_star', automatic: false, sendAfterHours: 1, notAgainDays: 1 },
      ...{ words: { en: { question: `${mark}-survey`, additionalQuestion: '' } }, expiresAfterDays: 14 },
    },
  });
  const { email, password } = desk.administrator;
  await fetch(`${desk.url}/api/v3/brands/${brandId}/logo`, {
    method: 'PUT',
    headers: { authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}` },
    body: new Uint8Array(Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from([brandId % 256])])),
  });
  await desk.drain();
}

async function aTopic(desk: TestDesk, brandId: number, mark: string): Promise<number> {
  const body = { name: `${mark}-topic`, description: `${mark} ${COMMON}`, brandIds: [brandId], allowQuestions: true };
  return (await desk.as(desk.administrator).call(topicsApi.create, { body })).id;
}

async function anArticle(desk: TestDesk, topicId: number, mark: string): Promise<number> {
  const ada = desk.as(desk.administrator);
  const text = { subject: `${mark}-article ${COMMON}`, html: `<p>${mark}-body ${COMMON}</p>`, keywords: [mark] };
  const { id: articleId } = await ada.call(articlesApi.create, { body: { topicId, ...text, publishAt: PAST } });
  const other = { topicId, subject: `${mark} second ${COMMON}`, html: `<p>${mark}</p>`, publishAt: PAST };
  await ada.call(articlesApi.create, { body: other });
  const german = { params: { articleId, language: 'de' }, body: { ...text, publishAt: PAST } };
  await ada.call(articlesApi.write, german);
  const query = { fileName: `${mark}-file.txt`, contentType: 'text/plain' };
  await ada.send(articlesApi.attach, { params: { articleId }, query, body: `${mark} content` });
  await desk.drain();
  return articleId;
}

/** Asks by the form of the brand, with a photo; the answer resolves the case. */
async function aCase(desk: TestDesk, { host, mark }: { host: string; mark: string }) {
  const { text } = await visit(desk, '/customer/portal/emails/new', { host });
  const parts = new FormData();
  const fields = {
    ...hiddenOf(text),
    ...{ confirmed: 'true', 'interaction[name]': CUSTOMER.name, 'interaction[email]': CUSTOMER.email },
    ...{ 'email[subject]': `${mark}-case`, 'email[body]': `${mark} makes no sound.` },
  };
  for (const [name, value] of Object.entries(fields)) parts.append(name, value);
  parts.append('case_attachment[attachment]', new File([`${mark} photo`], `${mark}-photo.txt`, { type: 'text/plain' }));
  desk.clock.advance(61_000);
  await visit(desk, '/customer/portal/emails', { host, parts });
  await desk.drain();

  const { id: caseId, customer } = await caseNamed(desk, `${mark}-case`);
  const agent = desk.as(desk.agent);
  const { sequence } = await agent.call(casesApi.get, { params: { caseId } });
  const body = { text: `${mark}-reply`, sequence, status: 'resolved' as const };
  await agent.call(casesApi.reply, { params: { caseId }, body });
  await desk.drain();
  await anAccount(desk, customer.id);
  const { email, password } = CUSTOMER;
  const { cookies } = await visit(desk, '/customer/login', { host, form: { email, password } });
  return { caseId, cookie: cookies.find((one) => one.startsWith('bureau_visitor=')) ?? 'not signed in' };
}

async function caseNamed(desk: TestDesk, name: string) {
  const { items } = await desk.as(desk.agent).call(casesApi.list, { query: { limit: 100 } });
  const found = items.find(({ subject }) => subject === name);
  if (!found) throw new Error(`There is no case ${name}.`);
  return found;
}

/** One account, good at every brand. */
async function anAccount(desk: TestDesk, customerId: number): Promise<void> {
  const accounts = desk.running.get(AccountRepository);
  await accounts.verify(CUSTOMER.email);
  await accounts.setPassword(await accounts.ensure(customerId), await hashPassword(CUSTOMER.password));
}

async function aQuestion(
  desk: TestDesk,
  { host, mark, topicId, cookie }: { host: string; mark: string; topicId: number; cookie: string },
): Promise<{ questionId: number; answerId: number }> {
  const at = { host, cookie };
  const asked = { 'qna[kb_topic_id]': `${topicId}`, 'qna[subject]': `${mark}-question`, 'qna[body]': mark };
  const questions = '/customer/portal/questions';
  const { headers } = await posted(desk, { ...at, form: `${questions}/new`, to: questions, fields: asked });
  const path = String(headers['location']);
  await posted(desk, { ...at, form: path, to: `${path}/answers`, fields: { 'qna[body]': `${mark}-answer` } });
  await desk.drain();
  const { id: caseId } = await caseNamed(desk, `${mark}-question`);
  const { question } = await desk.as(desk.agent).call(questionsApi.ofCase, { params: { caseId } });
  return { questionId: question?.id ?? 0, answerId: question?.answers[0]?.id ?? 0 };
}

interface Posted extends Pick<Visit, 'host' | 'cookie'> {
  /** Where the form is, and where it goes. */
  form: string;
  to: string;
  fields: Record<string, string>;
}

async function posted(desk: TestDesk, { form, to, fields, ...at }: Posted) {
  const { text } = await visit(desk, form, at);
  desk.clock.advance(61_000);
  const writer = { 'interaction[name]': CUSTOMER.name, 'interaction[email]': CUSTOMER.email };
  return visit(desk, to, { ...at, form: { ...hiddenOf(text), confirmed: 'true', ...writer, ...fields } });
}

/** Everything of a brand that a visitor could change. */
export async function stateOf(desk: TestDesk, { id, caseId }: MarkedBrand) {
  await desk.drain();
  const counted = await desk.sql.row(
    `SELECT (SELECT count(*) FROM messages m JOIN cases c ON c.id = m.case_id WHERE c.brand_id = $1) AS messages,
       (SELECT count(*) FROM cases WHERE brand_id = $1) AS cases,
       (SELECT count(*) FROM article_votes v JOIN articles a ON a.id = v.article_id JOIN topic_brands b USING (topic_id)
        WHERE b.brand_id = $1) AS votes,
       (SELECT jsonb_agg(to_jsonb(q) ORDER BY q.id) FROM questions q WHERE q.brand_id = $1) AS questions,
       (SELECT count(*) FROM question_answers a JOIN questions q ON q.id = a.question_id WHERE q.brand_id = $1) AS answers`,
    [id],
  );
  const { status, rating } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
  return { ...counted, status, rating };
}
