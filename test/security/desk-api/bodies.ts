import type { Keys } from './furniture.ts';

/** What a good body is made of: what is there already, and a word that was never used. */
interface Material {
  keys: Keys;
  word: string;
}

const link = (kind: string, id: number | string | undefined, noun = kind.replace(/s$/, '')) => ({
  href: `/api/v2/${kind}/${id}`,
  class: noun,
});
const TIME = '2026-05-01T21:38:48Z';
/** In which nothing has been written yet. */
const localeOf = (word: string) => `${word.slice(1, 4)}_${word.slice(4, 6)}`;

const message = ({ word }: Material) => ({
  ...{
    direction: 'in',
    status: 'received',
    to: 'desk@larkspur.example',
    from: `Ana Flores <${word}@customer.example>`,
  },
  ...{ cc: null, bcc: null, subject: 'A kettle', body: 'It drips.', created_at: TIME },
});
const reply = () => ({
  ...{ body: 'Here it is.', subject: 'Re: a kettle', direction: 'out', status: 'draft', from: 'desk@larkspur.example' },
  ...{
    to: 'Ana <ana@customer.example>, "B, C" <b@customer.example>',
    cc: 'c@customer.example',
    bcc: 'd@customer.example',
  },
  ...{ hidden: false, ticket_status: 'pending', suppress_rules: true },
});
const ofCases = ({ keys, word }: Material) => ({
  ...{ subject: 'A kettle', priority: 5, description: 'It drips', language: 'en', external_id: word, status: 'open' },
  ...{ labels: ['Refund'], label_ids: [Number(keys.label)], custom_fields: { level: 'vip' }, suppress_rules: false },
});
const newCase = (material: Material) => ({
  ...{ ...ofCases(material), type: 'email', created_at: TIME, message: message(material) },
  _links: {
    ...{
      customer: link('customers', material.keys.customer, 'customer'),
      assigned_user: link('users', material.keys.user),
    },
    ...{ assigned_group: link('groups', material.keys.group), locked_by: {} },
  },
});
const changedCase = (material: Material) => ({
  ...{ ...ofCases(material), label_action: 'append', locked_until: '2126-01-01T00:00:00Z', reply: reply() },
  _links: {
    ...{ customer: link('customers', material.keys.customer), assigned_user: link('users', material.keys.user) },
    ...{ assigned_group: link('groups', material.keys.group), locked_by: link('users', material.keys.user) },
  },
});
const bulk = (material: Material) => ({
  type: 'bulk_case_update',
  case: {
    priority: 9,
    label_action: 'append',
    labels: ['Refund'],
    _links: { assigned_user: link('users', material.keys.user) },
  },
  ...{ case_ids: [Number(material.keys.case)], customer_id: null, customer_ids: null },
});
const customer = ({ keys, word }: Material) => ({
  ...{ first_name: 'Ana', last_name: 'Flores', display_name: 'Ana Flores', title: 'Dr', company_name: 'Acme' },
  ...{ external_id: word, uid: word, background: 'Buys kettles', language: 'en', custom_fields: { level: 'vip' } },
  ...{ access_private_portal: true, access_company_cases: false },
  ...{ emails: [{ type: 'home', value: `${word}@people.example` }], emails_update_action: 'replace' },
  ...{ phone_numbers: [{ type: 'work', value: '+49 30 123' }], phone_numbers_update_action: 'replace' },
  ...{ addresses: [{ type: 'other', value: '1 Main St' }], addresses_update_action: 'replace' },
  _links: { company: link('companies', keys.company, 'company') },
});
const company = ({ word }: Material) => ({
  ...{ name: `Acme ${word}`, domains: [`${word}.example`], external_id: word, custom_fields: { level: 'vip' } },
});
const label = ({ word }: Material) => ({
  ...{ name: `Label ${word}`, description: 'Kettles', types: ['case', 'macro'], enabled: true, active: true },
  ...{ color: 'red', position: 1 },
});
const macro = ({ word }: Material) => ({
  name: `Macro ${word}`,
  description: 'Raises',
  enabled: true,
  folders: ['Refund'],
});
const integration = ({ keys, word }: Material) => ({
  ...{ name: `Orders ${word}`, description: 'Of theirs', enabled: true, position: 1 },
  ...{ markup: 'https://erp.example/?q={{customer.name | url_encode}}' },
  _links: { group: link('groups', keys.group), user: null },
});
const topic = ({ word }: Material) => ({
  ...{ name: `Topic ${word}`, description: 'Of kettles', allow_questions: true, in_support_center: true, position: 1 },
  brand_ids: [1],
});
const text = ({ word }: Material) => ({
  ...{ subject: `How ${word}`, body: '<p>So</p>', body_email: 'So', body_email_auto: false, body_chat: 'So' },
  ...{ body_chat_auto: true, body_web_callback: '<p>So</p>', body_web_callback_auto: false, body_twitter: 'So' },
  ...{ body_twitter_auto: false, body_qna: 'So', body_qna_auto: false, body_phone: 'So', body_phone_auto: false },
  ...{ body_facebook: 'So', body_facebook_auto: false, keywords: 'kettle, drip', publish_at: TIME },
});
const article = (material: Material) => ({
  ...{ ...text(material), quickcode: material.word.slice(0, 8), in_support_center: true, internal_notes: 'Hm' },
  ...{ labels: ['Refund'], position: 1, _links: { topic: link('topics', material.keys.topic) } },
});
const file = () => ({ file_name: 'order.txt', content_type: 'text/plain', content: 'SGVsbG8=' });
const report = () => ({
  ...{ resolution: 'days', min_date: 1_790_000_000, max_date: 1_800_000_000, metrics: ['cases_created'] },
  ...{ dimension1_name: 'group', dimension1_values: ['none'], dimension2_name: 'channel', dimension2_values: 'email' },
  ...{ sort_by: 'cases_created', sort_order: 'desc', dimension1_per_page: 10, dimension1_page: 1 },
});

/** Of every write: all that is read of a body, and all of it good. */
export const BODIES: Readonly<Record<string, (material: Material) => object>> = {
  'POST /cases': newCase,
  'PATCH /cases/:case': changedCase,
  'POST /customers/:customer/cases': newCase,
  'PATCH /cases/:case/message': () => ({ body: 'It drips.', hidden: true }),
  'POST /cases/:case/replies': reply,
  'PATCH /cases/:case/replies/:reply': reply,
  'POST /cases/:case/replies/draft': reply,
  'PATCH /cases/:case/replies/draft': reply,
  'POST /cases/:case/notes': () => ({ body: 'Between us', suppress_rules: true }),
  'PATCH /cases/:case/notes/:note': () => ({ body: 'Between us two', suppress_rules: true }),
  'POST /cases/:case/forward': () => ({
    ...{ to: 'lab@supplier.example', cc: 'boss@supplier.example', subject: 'Fwd: a kettle', note_text: 'Look' },
  }),
  'POST /cases/:case/links': ({ keys, word }) => ({
    ...{
      url: `https://tracker.example/${word}`,
      title: 'A bug',
      _links: { linked_case: link('cases', keys.otherCase) },
    },
  }),
  'POST /cases/:case/macros/preview': ({ keys }) => ({ _links: { macros: [link('macros', keys.macro)] } }),
  'POST /cases/:case/attachments': file,
  'POST /cases/:case/message/attachments': file,
  'POST /cases/:case/replies/draft/attachments': file,
  'POST /cases/:case/replies/:reply/attachments': file,
  'POST /articles/:article/attachments': file,
  'POST /jobs': (material) => ({ ...bulk(material), filter_id: undefined }),
  'POST /customers': customer,
  'PATCH /customers/:customer': customer,
  'POST /companies': company,
  'PATCH /companies/:company': company,
  'PATCH /users/:user/preferences/:preference': () => ({ value: '80' }),
  'POST /users/:user/mobile_devices': ({ word }) => ({ token: word, type: 'ios' }),
  'PATCH /users/:user/mobile_devices/:device/settings/:deviceSetting': () => ({ value: true }),
  'POST /labels': label,
  'PATCH /labels/:label': label,
  'POST /macros': macro,
  'PATCH /macros/:macro': macro,
  'PATCH /macros/:macro/actions/:action': () => ({ value: '9', enabled: true }),
  'POST /integration_urls': integration,
  'PATCH /integration_urls/:integration': integration,
  'POST /topics': (material) => ({ ...topic(material), locale: 'de' }),
  'PATCH /topics/:topic': topic,
  'POST /topics/:topic/translations': ({ word }) => ({
    name: 'Commandes',
    description: 'Tout',
    locale: localeOf(word),
  }),
  'PATCH /topics/:topic/translations/:locale': () => ({ name: 'Orders', description: 'All of them' }),
  'POST /topics/:topic/articles': (material) => ({ ...article(material), locale: 'de' }),
  'POST /articles': (material) => ({ ...article(material), locale: 'de' }),
  'PATCH /articles/:article': article,
  'POST /articles/:article/translations': (material) => ({
    ...{ ...text(material), outdated: false, locale: localeOf(material.word) },
  }),
  'PATCH /articles/:article/translations/:locale': (material) => ({ ...text(material), outdated: true }),
  'POST /twitter_accounts/:account/follows': () => ({ handle: 'mayapaddles' }),
  'POST /twitter_accounts/:account/tweets': ({ word }) => ({
    type: 'mention',
    body: `Closed ${word}`,
    to: 'mayapaddles',
  }),
  'POST /twitter_accounts/:account/tweets/:tweet/actions': () => ({ action_type: 'favorite' }),
  'POST /twitter_users': ({ keys }) => ({
    handle: 'mayapaddles',
    _links: { customer: link('customers', keys.customer) },
  }),
  'POST /insights/reports': report,
  'POST /insights3/reports': report,
};
