import {
  auditApi,
  brandsApi,
  casesApi,
  customFieldsApi,
  messagesApi,
  rolesApi,
  templatesApi,
  usersApi,
} from '@bureau/contracts';
import type { TemplateKind, WriteTemplate } from '@bureau/contracts';
import { BUILT_IN_TEMPLATES } from '@bureau/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { parseMail } from '../email/read/index.ts';
import { ScriptedReceiver } from '../email/send/scripted-receiver.fixture.ts';

let desk: TestDesk;
const outside = new ScriptedReceiver();
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_OUTBOUND_SMTP_URL: await outside.listen() } });
});
afterAll(async () => {
  await closeDesk(desk);
  await outside.stop();
});

const ada = () => desk.as(desk.administrator);
const BUILT_IN = BUILT_IN_TEMPLATES.reply.html;
const ACKNOWLEDGED = { subject: 'About #{{case.id}}' };

function write(
  templateKind: TemplateKind,
  html: string,
  { brandId, ...words }: { brandId?: number } & Partial<WriteTemplate> = {},
) {
  return ada().call(templatesApi.write, { params: { templateKind }, query: { brandId }, body: { html, ...words } });
}
const reset = (templateKind: TemplateKind, brandId?: number) =>
  ada().call(templatesApi.reset, { params: { templateKind }, query: { brandId } });

async function aCase(subject = 'Stuck {{case.id}}') {
  const customer = { address: 'ana@customer.example', name: 'Ana {{brand.name}} <i>Sol</i>' };
  return ada().call(casesApi.open, { body: { subject, text: 'It is stuck.', customer } });
}

/** The mail that left last, as its receiver reads it. */
async function lastMail() {
  await desk.drain();
  return parseMail(Buffer.from(outside.messages.at(-1) ?? '', 'latin1'));
}

async function replied(text: string) {
  const { id, sequence } = await aCase();
  await ada().call(casesApi.reply, { params: { caseId: id }, body: { text, sequence } });
  return lastMail();
}

async function problemsOf(templateKind: TemplateKind, body: Partial<WriteTemplate>): Promise<string> {
  const response = await ada().send(templatesApi.write, { params: { templateKind }, body });
  expect(response.status).toBe(422);
  return JSON.stringify(((await response.json()) as { errors: unknown }).errors);
}

describe('a template', () => {
  it('stands around every reply of the desk, in both forms, until it is given up', async () => {
    const before = await replied('Turn it off.');
    expect(before.text).toContain('Turn it off.\n\n-- \nThe Larkspur Coffee team\n');

    await write(
      'reply',
      '<p>Dear {{customer.first_name | default: "customer"}},</p><p>{{message}}</p><p>{{signature}}</p><p>Case {{case.id}}: {{case.subject}}</p>',
    );
    const framed = await replied('Turn it {{off}}.');
    expect(framed.text).toMatch(
      /^Dear Ana,\n\nTurn it \{\{off\}\}\.\n\n-- \nThe Larkspur Coffee team\n\nCase \d+: Stuck \{\{case\.id\}\}/,
    );
    expect(framed.html).toContain('Stuck {{case.id}}');
    expect(framed.text).not.toContain('wrote:');

    expect(await reset('reply')).toMatchObject({ html: BUILT_IN, origin: 'built-in', updatedBy: null });
    const after = await replied('Turn it off.');
    expect(after.text).toContain('Turn it off.\n\n-- \nThe Larkspur Coffee team\n');
  });

  it('of a brand is nobody else’s', async () => {
    const other = await desk.aBrand('Tern Bikes');
    await write('reply', '{{message}}\n<p>Ride on</p>', { brandId: other });
    const { items } = await ada().call(templatesApi.list, {});
    const originOf = (brandId: number | null) =>
      items.find((template) => template.kind === 'reply' && template.brandId === brandId)?.origin;
    expect([originOf(null), originOf(desk.brandId), originOf(other)]).toEqual(['built-in', 'built-in', 'own']);
    expect((await replied('Hello')).text).not.toContain('Ride on');
  });

  it('frames a forward as the feed shows it', async () => {
    await write(
      'forward',
      '<p>For your eyes, from {{site.company_name | default: &quot;us&quot;}}:</p>{{message}}\n{{history}}',
    );
    const { id: caseId } = await aCase();
    await ada().call(messagesApi.forward, {
      params: { caseId },
      body: { to: ['lab@elsewhere.example'], text: 'Please look.' },
    });
    const mail = await lastMail();
    expect(mail.text).toMatch(/^For your eyes, from us:\n\nPlease look\.\n\n-{10} Forwarded message/);
    expect(mail.text).not.toContain('Larkspur Coffee team');
    await reset('forward');
  });

  it('lets the desk say by itself nothing that a stranger wrote (S6)', async () => {
    const wrong = await problemsOf('acknowledgement', { html: '<p>Dear {{customer.name}}</p>', ...ACKNOWLEDGED });
    expect(wrong).toContain('{{customer.name}}');
    expect(await problemsOf('acknowledgement', { html: '<p>Hello</p>', subject: '{{case.subject}}' })).toContain(
      'subject',
    );
  });

  it('names a placeholder that there is not, and the one that was meant', async () => {
    expect(await problemsOf('reply', { html: '{{message}}\n<p>{{customer.nmae}}</p>' })).toContain(
      'did you mean {{customer.name}}',
    );
    expect(await problemsOf('reply', { html: '{{message}}\n<p>{{case.custom_size}}</p>' })).toContain(
      'no custom field',
    );
    await ada().call(customFieldsApi.create, { body: { owner: 'case', label: 'Size', type: 'text' } });
    expect(await write('reply', '{{message}}\n<p>{{case.custom_size}}</p>')).toMatchObject({ origin: 'own' });
    await reset('reply');
  });

  it('keeps no markup that could do harm', async () => {
    const { html } = await write(
      'reply',
      '<script>alert(1)</script><p onclick="x()">Hi</p>\n{{message}}\n<a href="javascript:x">x</a>',
    );
    expect(html).not.toMatch(/script|onclick/);
    await reset('reply');
  });

  it('does not lose what a colleague has written meanwhile, and is told in the audit log', async () => {
    const params = { templateKind: 'reply' as const };
    const seen = await ada().send(templatesApi.get, { params });
    const etag = seen.headers.get('etag') ?? '';
    await write('reply', '{{message}}\n<p>First</p>');
    const late = await ada().send(templatesApi.write, { params, body: { html: '{{message}}' } }, { 'if-match': etag });
    expect(late.status).toBe(412);
    const { items } = await ada().call(auditApi.list, { query: { noun: 'template', limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'created', object: { name: 'reply' } });
    await reset('reply');
  });

  it('is written by those who may, for the brands that they serve', async () => {
    const params = { templateKind: 'reply' as const };
    const body = { html: '{{message}}' };
    expect((await desk.as(desk.agent).refusal(templatesApi.write, { params, body })).status).toBe(403);

    const foreign = await desk.aBrand('Foreign');
    const rights = ['users:view' as const, 'settings:manage' as const];
    const role = await ada().call(rolesApi.create, {
      body: { name: 'Own only', permissions: rights, ownBrandsOnly: true },
    });
    const person = await desk.aUser();
    const served = { roleId: role.id, brandIds: [desk.brandId] };
    await ada().call(usersApi.change, { params: { userId: person.id }, body: served });
    const refused = (query: { brandId?: number }) =>
      desk.as(person).refusal(templatesApi.write, { params, query, body });
    expect(await refused({ brandId: foreign })).toEqual({ status: 404, code: 'brand.not-found' });
    expect(await refused({})).toEqual({ status: 403, code: 'rights.exceeded' });
    const { items } = await desk.as(person).call(templatesApi.list, {});
    expect(new Set(items.map(({ brandId }) => brandId))).toEqual(new Set([null, desk.brandId]));
  });
});

describe('a look at a template', () => {
  const html = '<p>Dear {{customer.name}}</p>{{message}}\n{{signature}}\n{{history}}';

  it('shows a case that one may see, and no other', async () => {
    const { id: caseId } = await aCase();
    const shown = await ada().call(templatesApi.preview, { body: { kind: 'reply', html, caseId } });
    expect(shown.html).toContain('Dear Ana {{brand.name}} &lt;i&gt;Sol&lt;/i&gt;');
    expect(shown.subject).toBe('Re: Stuck {{case.id}}');
    const body = { kind: 'reply' as const, html, caseId: 999_999 };
    expect(await ada().refusal(templatesApi.preview, { body })).toEqual({ status: 404, code: 'case.not-found' });
  });

  it('shows a sample before there is a case, with a signature that is not saved yet', async () => {
    const signature = '{{current_user.name_public}}, {{brand.name}}';
    const shown = await ada().call(templatesApi.preview, {
      body: { kind: 'reply', html, signature, brandId: desk.brandId },
    });
    expect(shown.text).toMatch(/^Dear Ana Ferreira\n\n[^]*-- \nAda Osei, Larkspur Coffee\n/);
    const refused = await ada().refusal(templatesApi.preview, { body: { kind: 'reply', html, signature: '{{x.y}}' } });
    expect(refused.status).toBe(422);
  });

  it('goes to one’s own mailbox when asked to', async () => {
    const { to } = await ada().call(templatesApi.testMail, { body: { kind: 'reply', html } });
    expect(to).toBe(desk.administrator.email);
    const mail = await lastMail();
    expect(mail.html).toContain('<p>Dear Ana Ferreira</p>');
    expect(mail.text).toContain('Dear Ana Ferreira');
  });
});

describe('a signature', () => {
  it('of the writer stands above the brand’s, unless the brand’s says where', async () => {
    await desk.sql.run(`UPDATE users SET signature = 'Ada {{brand.name}}' WHERE id = $1`, [desk.administrator.id]);
    expect((await replied('Hello')).text).toContain('-- \nAda {{brand.name}}\n\nThe Larkspur Coffee team\n');
    const sign = (signature: string) =>
      ada().call(brandsApi.change, { params: { brandId: desk.brandId }, body: { signature } });
    await sign('{{brand.name}} · {{current_user.signature}} · {{current_user.name_public}}');
    expect((await replied('Hello')).text).toContain('-- \nLarkspur Coffee · Ada {{brand.name}} · Ada Osei\n');
    const wrong = { params: { brandId: desk.brandId }, body: { signature: '{{customer.nmae}}' } };
    expect((await ada().refusal(brandsApi.change, wrong)).status).toBe(422);
  });
});
