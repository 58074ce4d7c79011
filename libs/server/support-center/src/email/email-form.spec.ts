import { casesApi, customFieldsApi, intakeApi, webFormsApi } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { hiddenOf, Visitor } from '../../../../../test/fixtures/visitor.ts';

let desk: TestDesk;
let emails: string;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.running.get(BrandDirectory).refresh();
  const row = await desk.sql.row<{ slug: string }>('SELECT slug FROM brands WHERE id = $1', [desk.brandId]);
  emails = `/support/${row?.slug}/customer/portal/emails`;
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const someone = () => `${crypto.randomUUID()}@customer.example`;
const PHOTO = { field: 'case_attachment[attachment]', name: 'photo.png', type: 'image/png', content: 'a photo' };

function words(fields: Record<string, string> = {}) {
  return {
    'interaction[name]': 'Ana Sol',
    'interaction[email]': someone(),
    'email[subject]': 'The grinder is stuck',
    'email[body]': 'It makes no sound.',
    ...fields,
  };
}

/** What the form of the brand asks for. */
const ask = (fields: { customFieldId: number; required: boolean }[]) =>
  desk.as(desk.administrator).call(webFormsApi.write, { params: { brandId: desk.brandId }, body: { fields } });

/** The form as somebody has it who took his time. */
async function anOpenForm(visitor = new Visitor(desk.url)) {
  const page = await visitor.get(`${emails}/new`);
  desk.clock.advance(5_000);
  return { visitor, page, hidden: hiddenOf(page.html) };
}

async function feedOf(email: string) {
  const { items } = await desk.as(desk.agent).call(casesApi.list, { query: { limit: 100 } });
  const found = items.filter(({ customer }) => customer.address === email);
  const feeds = found.map(({ id }) => desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id } }));
  return { cases: found, feed: (await Promise.all(feeds)).flatMap((feed) => feed.items) };
}

describe('the e-mail form', () => {
  it('takes a question with a photo and says its number, without a script', async () => {
    const { visitor, hidden } = await anOpenForm();
    const fields = words();
    const page = await visitor.post(emails, { ...hidden, ...fields }, [PHOTO]);
    const { cases, feed } = await feedOf(fields['interaction[email]']);
    expect(page.text).toContain(`Its number is ${cases[0]!.id}.`);
    expect(page.path).toContain('/submitted/');
    expect(feed[1]).toMatchObject({ text: 'It makes no sound.', attachments: [{ fileName: 'photo.png', size: 7 }] });
  });

  it('loses nothing when something is missing: says it beside the field, keeps words and files', async () => {
    const { visitor, hidden } = await anOpenForm();
    const fields = words({ 'email[subject]': '', 'email[body]': '<b>"It"</b> makes\nno sound.' });
    const wrong = await visitor.post(emails, { ...hidden, ...fields }, [PHOTO]);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/name="email\[subject\]"[^>]*aria-invalid="true"/);
    expect(wrong.html).toMatch(/&lt;b&gt;&quot;It&quot;&lt;\/b&gt; makes\r?\nno sound\./);
    expect(wrong.text).toContain('Attached already: photo.png');

    const mended = { ...fields, 'email[subject]': 'The grinder' };
    await visitor.post(emails, { ...hiddenOf(wrong.html), ...mended });
    const { feed } = await feedOf(fields['interaction[email]']);
    expect(feed[1]).toMatchObject({ attachments: [{ fileName: 'photo.png' }] });
  });

  it('sent twice, by a double click or the button back, is one case', async () => {
    const { visitor, hidden } = await anOpenForm();
    const fields = { ...hidden, ...words() };
    const both = await Promise.all([visitor.post(emails, fields), visitor.post(emails, fields)]);
    const later = await visitor.post(emails, fields);
    expect((await feedOf(fields['interaction[email]'])).cases).toHaveLength(1);
    expect([...both, later].map(({ path }) => path)).toEqual(Array(3).fill(later.path));
  });

  it('takes five files and not six', async () => {
    const { visitor, hidden } = await anOpenForm();
    const files = Array.from({ length: 5 }, (_, n) => ({ ...PHOTO, name: `${n}.png`, content: `photo ${n}` }));
    const wrong = await visitor.post(emails, { ...hidden, ...words({ 'email[subject]': '' }) }, files);
    const sixth = await visitor.post(emails, { ...hiddenOf(wrong.html), ...words() }, [PHOTO]);
    expect([sixth.status, sixth.text]).toEqual([422, expect.stringContaining('Attach at most 5 files')]);
    const fields = words();
    const dropped = await visitor.post(emails, { ...hiddenOf(sixth.html), ...fields, drop_files: 'true' });
    expect(dropped.text).toContain('Its number is');
    expect((await feedOf(fields['interaction[email]'])).feed[1]).toMatchObject({ attachments: [] });
  });

  it('asks for the fields that the brand wants', async () => {
    const body = { owner: 'case' as const, label: 'Model', type: 'list' as const, choices: ['Alto', 'Basso'] };
    const { id } = await desk.as(desk.administrator).call(customFieldsApi.create, { body });
    await ask([{ customFieldId: id, required: true }]);
    const { visitor, page, hidden } = await anOpenForm();
    expect(page.html).toContain(`name="ticket[custom${id}]"`);
    const fields = words();
    const wrong = await visitor.post(emails, { ...hidden, ...fields });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('This is needed.')]);
    await visitor.post(emails, { ...hiddenOf(wrong.html), ...fields, [`ticket[custom${id}]`]: 'Alto' });
    const { cases } = await feedOf(fields['interaction[email]']);
    const opened = await desk.as(desk.agent).call(casesApi.get, { params: { caseId: cases[0]!.id } });
    expect(opened.customFields).toEqual({ model: 'Alto' });
    await ask([]);
  });

  it('is written by those who keep brands, with fields of cases alone', async () => {
    const params = { brandId: desk.brandId };
    const ada = desk.as(desk.administrator);
    const { id } = await ada.call(customFieldsApi.create, { body: { owner: 'customer', label: 'Size', type: 'text' } });
    const refused = { params, body: { fields: [{ customFieldId: id, required: false }] } };
    expect(await ada.refusal(webFormsApi.write, refused)).toEqual({ status: 422, code: 'request.invalid' });
    expect(await desk.as(desk.agent).refusal(webFormsApi.write, refused)).toMatchObject({ status: 403 });
    expect(await ada.call(webFormsApi.read, { params })).toEqual({ fields: [] });
    expect(await ada.refusal(webFormsApi.read, { params: { brandId: 999_999 } })).toMatchObject({ status: 404 });
  });

  it('reveals nothing of whoever’s address is typed: the same page for known and unknown', async () => {
    const known = someone();
    const first = await anOpenForm();
    await first.visitor.post(emails, { ...first.hidden, ...words({ 'interaction[email]': known }) });
    const seen = [];
    for (const email of [known, someone()]) {
      const { visitor, hidden } = await anOpenForm();
      seen.push(await visitor.post(emails, { ...hidden, ...words({ 'interaction[email]': email }) }));
    }
    const bare = ({ html }: { html: string }) => html.replace(/\d+/g, '').replace(/submitted\/[\w-]+/g, '');
    expect(bare(seen[0]!)).toBe(bare(seen[1]!));
  });
});

describe('programs that fill the form', () => {
  it('are asked to press the button again when they are faster than a person, and lose nothing', async () => {
    const visitor = new Visitor(desk.url);
    const page = await visitor.get(`${emails}/new`);
    const fields = words();
    const fast = await visitor.post(emails, { ...hiddenOf(page.html), ...fields });
    expect([fast.status, fast.text]).toEqual([422, expect.stringContaining('once more')]);
    desk.clock.advance(5_000);
    expect((await visitor.post(emails, { ...hiddenOf(fast.html), ...fields })).text).toContain('Its number is');
  });

  it('are asked again when they never had the form', async () => {
    const page = await new Visitor(desk.url).post(emails, words());
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('once more')]);
  });

  it('wait for a person when they fill what nobody sees', async () => {
    const { visitor, hidden } = await anOpenForm();
    const fields = words({ 'interaction[website]': 'https://evil.example' });
    const page = await visitor.post(emails, { ...hidden, ...fields });
    expect(page.text).toContain('Thank you');
    const { items } = await desk.as(desk.agent).call(intakeApi.list, { query: { fate: 'held' } });
    expect(items.map(({ from }) => from)).toContain(fields['interaction[email]']);
  });

  it('are slowed by network, and keep what they wrote', async () => {
    const visitor = new Visitor(desk.url);
    const forms = await Promise.all(Array.from({ length: 11 }, () => visitor.get(`${emails}/new`)));
    // The beginning of the minute after the next: all posts count together.
    desk.clock.advance(60_000);
    desk.clock.toNextMinute();
    for (const { html } of forms.slice(1)) await visitor.post(emails, { ...hiddenOf(html), ...words() });
    const fields = words();
    const page = await visitor.post(emails, { ...hiddenOf(forms[0]!.html), ...fields });
    expect([page.status, page.text]).toEqual([429, expect.stringContaining('Wait a minute')]);
    expect(page.html).toContain(fields['interaction[email]']);
    desk.clock.advance(60_000);
    expect((await visitor.post(emails, { ...hiddenOf(page.html), ...fields })).text).toContain('Its number is');
  });
});
