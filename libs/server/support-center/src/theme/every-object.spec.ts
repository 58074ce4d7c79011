import { articlesApi, themesApi, topicsApi, type ThemeTemplateName } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
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
  ...['page.content', 'apps.twitter.enabled', 'apps.twitter.username', 'apps.get_satisfaction.enabled'],
].map((name) => `desk.${name}`);

const FRAME = [
  ...['system.language', 'system.language_name_localized', 'system.links', 'system.snippets'],
  ...['current_user.is_guest', 'current_user.is_guest?', 'portal.authentication_enabled', 'page', 'langs_list'],
  ...['search_form_begin', 'search_form_end', 'hidden_parameters'],
];

const TOPIC = [
  ...['id', 'name', 'article_count', 'public_articles_url', 'public_questions_url'],
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

let desk: TestDesk;
let center: { id: number; slug: string };
let paths: Partial<Record<ThemeTemplateName, string>>;
beforeAll(async () => {
  desk = await startTestDesk();
  center = await aCenter(desk, { name: 'Larkspur', languages: ['en', 'de'] });
  await desk.aMailbox('help@larkspur.example', { brandId: center.id });
  const ada = desk.as(desk.administrator);
  const topic = await ada.call(topicsApi.create, {
    body: { name: 'Brewing', description: 'Water and time.', brandIds: [center.id] },
  });
  const { id } = await ada.call(articlesApi.create, {
    body: { topicId: topic.id, subject: 'Descaling', html: '<p>Fill the tank.</p>', publishAt: '2026-01-01T00:00:00Z' },
  });
  await desk.drain();
  paths = {
    page_index: '/',
    page_topic: `/customer/portal/topics/${topic.id}-brewing/articles`,
    page_article: `/customer/portal/articles/${id}-descaling`,
    page_search_result: '/customer/portal/articles/search?q=descaling',
    email_new: '/customer/portal/emails/new',
    error: '/customer/portal/nowhere',
  };
});
afterAll(() => closeDesk(desk));

/** Prints the name of each object that is not there, and uses each that is. */
const using = (names: string[]) =>
  names.map((name) => `{% if ${name} == nil %}MISSING ${name};{% else %}<!-- {{ ${name} }} -->{% endif %}`).join('\n');

describe('a theme that uses every documented object, filter and block (Shows 3)', () => {
  it.each<[ThemeTemplateName, string[]]>([
    ['page_index', ['site.topics[0].name', 'site.topics[0].public_articles_url']],
    ['page_topic', TOPIC],
    ['page_article', [...TOPIC, ...ARTICLE, 'rate_block']],
    [
      'page_search_result',
      ['search_results[0].class_name', 'search_results[0].subject_plain', 'search_term', 'number_search_results'],
    ],
    ['email_new', [...FORM, 'file_attachment', 'submit_button']],
    ['error', ['error.status', 'error.title', 'error.text']],
  ])('renders %s', async (template, names) => {
    const source = `${FILTERS}\n${using([...EVERYWHERE, ...DESK, ...FRAME, ...names])}\nEND`;
    const params = { brandId: center.id, template };
    await desk.as(desk.administrator).call(themesApi.save, { params, body: { source } });
    await desk.drain();
    const { status, text } = await visit(desk, `/support/${center.slug}${paths[template] ?? ''}`);
    expect(status).toBe(template === 'error' ? 404 : 200);
    expect(text).toContain('END');
    expect(text.match(/MISSING [^;]+/g) ?? []).toEqual([]);
  });
});
