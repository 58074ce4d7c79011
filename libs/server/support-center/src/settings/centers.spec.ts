import { auditApi, supportCentersApi, themesApi, type ThemeTemplateName } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('the support center of a brand', () => {
  it('gets a host of its own, languages and a colour, at once', async () => {
    const { id, slug } = await aCenter(desk, { name: 'Tern' });
    const params = { brandId: id };
    const body = {
      hosts: ['help.tern.example'],
      languages: ['de', 'en'],
      colour: '#FFD400',
      offers: { questions: false },
    };
    const changed = await ada().call(supportCentersApi.change, { params, body });
    expect(changed).toMatchObject({
      languages: ['de', 'en'],
      offers: { email: true, questions: false, myCases: true },
      hosts: ['help.tern.example'],
      colour: '#ffd400',
      shades: { adjusted: true },
      changed: { by: desk.administrator.name },
    });
    expect(changed.address).toMatch(/^http:\/\/help\.tern\.example/);
    await desk.drain();
    const { text } = await visit(desk, '/', { host: 'help.tern.example' });
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('Wie können wir helfen?');
    expect(text).toContain('hreflang="en"');
    expect(text).toContain(changed.shades.light);
    expect(text).not.toContain(`/support/${slug}`);
  });

  it('has a host that no other brand and not the desk itself has', async () => {
    const [one, other] = [await aCenter(desk, { host: 'help.wren.example' }), await aCenter(desk)];
    const take = (hosts: string[]) =>
      ada().refusal(supportCentersApi.change, { params: { brandId: other.id }, body: { hosts } });
    const taken = { status: 409, code: 'brand.host-taken' };
    expect(await take(['help.wren.example'])).toEqual(taken);
    for (const host of ['https://x.example', 'x', 'a b.example', '-a.example', 'x.example/y', '10.0.0.1']) {
      expect(await take([host])).toEqual({ status: 422, code: 'request.invalid' });
    }
    expect((await ada().call(supportCentersApi.read, { params: { brandId: one.id } })).hosts).toEqual([
      'help.wren.example',
    ]);
  });

  it('is for those to change who keep brands, and is told in the audit log', async () => {
    const { id } = await aCenter(desk);
    const change = { params: { brandId: id }, body: { open: false } };
    expect(await desk.as(desk.agent).refusal(supportCentersApi.change, change)).toMatchObject({ status: 403 });
    await ada().call(supportCentersApi.change, change);
    const { items } = await ada().call(auditApi.list, { query: { noun: 'brand', objectId: id } });
    expect(items[0]).toMatchObject({ before: { open: true }, after: { open: false } });
  });

  it('shows its logo under a name that never changes, and takes no picture that runs (S17)', async () => {
    const { id, slug } = await aCenter(desk, { name: 'Heron' });
    const { email, password } = desk.administrator;
    const send = (body: Buffer) =>
      fetch(`${desk.url}/api/v3/brands/${id}/logo`, {
        method: 'PUT',
        headers: { authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}` },
        body: new Uint8Array(body),
      });
    expect((await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).status).toBe(
      422,
    );
    expect((await send(PNG)).status).toBe(200);
    await desk.drain();
    const { text } = await visit(desk, `/support/${slug}`);
    const [, address = ''] = /<img src="([^"]+)" alt="Heron"/.exec(text) ?? [];
    const logo = await visit(desk, address);
    expect(logo.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(logo.headers['cache-control']).toContain('immutable');
  });
});

describe('the theme of a brand', () => {
  const save = (brandId: number, template: 'layout' | 'page_index' | 'header', source: string | null) =>
    ada().call(themesApi.save, { params: { brandId, template }, body: { source } });

  it('has templates of its own, in versions that come back', async () => {
    const { id, slug } = await aCenter(desk, { name: 'Finch' });
    const home = async () => {
      await desk.drain();
      return (await visit(desk, `/support/${slug}`)).text;
    };
    await save(id, 'page_index', '<h1>First {{ desk.current_brand.name }}</h1>');
    expect(await home()).toContain('<h1>First Finch</h1>');
    await save(id, 'page_index', '<h1>Second</h1>');
    expect(await home()).toContain('<h1>Second</h1>');

    const params = { brandId: id, template: 'page_index' as const };
    const { items } = await ada().call(themesApi.versions, { params });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    await save(id, 'page_index', items[1]?.source ?? null);
    expect(await home()).toContain('<h1>First Finch</h1>');
    await save(id, 'page_index', null);
    expect(await home()).toContain('How can we help?');
    expect(await ada().call(themesApi.read, { params })).toMatchObject({ isOwn: false, version: 4 });
  });

  it('is not saved where it cannot be read: the line is named', async () => {
    const { id } = await aCenter(desk);
    const request = { params: { brandId: id, template: 'layout' as const }, body: { source: 'x\n{% if %' } };
    const response = await ada().send(themesApi.save, request);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ path: 'source', message: expect.stringMatching(/^Line 2/) }],
    });
    expect(await desk.as(desk.agent).refusal(themesApi.save, request)).toMatchObject({ status: 403 });
  });

  it('that fails shows customers an error page, and administrators which template and line', async () => {
    const { id, slug, name } = await aCenter(desk, { name: 'Dodo' });
    await save(id, 'page_index', 'x\n{% for i in (1..99999) %}{% for j in (1..99999) %}y{% endfor %}{% endfor %}');
    await desk.drain();
    const { status, text } = await visit(desk, `/support/${slug}`);
    expect(status).toBe(500);
    expect(text).toContain('Something went wrong on our side');
    expect(text.length).toBeLessThan(20_000);
    const entries = await desk.sql.rows<{ message: string }>(`SELECT message FROM system_log WHERE part = 'theme'`);
    expect(entries).toEqual([
      { message: expect.stringContaining(`The template page_index of ${name} failed, line 2`) },
    ]);
  });

  it('that breaks the frame itself still tells customers what happened', async () => {
    const { id, slug } = await aCenter(desk);
    await save(id, 'layout', '{% for i in (1..99999) %}{% for j in (1..99999) %}{% endfor %}{% endfor %}');
    await desk.drain();
    const { status, text } = await visit(desk, `/support/${slug}/customer/portal/nowhere`);
    expect(status).toBe(404);
    expect(text).toContain('This page is not here');
  });

  it('can be seen on examples where only a customer who is signed in gets', async () => {
    const { id, slug } = await aCenter(desk, { name: 'Finch', languages: ['en', 'de'] });
    await desk.aMailbox('help@finch.example', { brandId: id });
    const shownOn = async (template: ThemeTemplateName, source: string, language = 'en') =>
      (await ada().call(themesApi.preview, { params: { brandId: id, template }, body: { source, language } })).html;
    const rows = '{% for case in cases %}[{{ case.subject }}]{% endfor %}';
    expect(await shownOn('myportal_index', rows)).toContain('[The grinder is stuck][Where is my parcel?]');
    expect(await shownOn('myportal_index', rows, 'de')).toContain('[Die Mühle klemmt]');
    expect(await shownOn('myportal_show', '{{ case.emails[1].from_name }} {{ form_begin }}')).toMatch(
      /Mia Larsen <form/,
    );
    expect(await shownOn('header', '{{ current_user.customer.name }}')).not.toContain('Ana Sol');

    const { items } = await ada().call(themesApi.list, { params: { brandId: id } });
    for (const { name } of items.filter(
      (item) => !/^page_(topic|article)$|^question_show$|^question_new$/.test(item.name),
    )) {
      const { original } = await ada().call(themesApi.read, { params: { brandId: id, template: name } });
      expect([name, await shownOn(name, original)]).toEqual([name, expect.stringContaining('</html>')]);
    }
    const example = `/support/${slug}/customer/portal/examples/myportal_show`;
    expect((await visit(desk, example, { headers: { 'x-bureau-theme-draft': 'x' } })).status).toBe(404);
  });

  it('can be seen on what there is before it is saved', async () => {
    const { id, slug } = await aCenter(desk, { name: 'Robin' });
    const preview = (source: string) =>
      ada().call(themesApi.preview, { params: { brandId: id, template: 'page_index' }, body: { source } });
    const shown = await preview('<h1>Try {{ desk.current_brand.name }}</h1>');
    expect(shown).toMatchObject({ path: '/', problem: null, html: expect.stringContaining('<h1>Try Robin</h1>') });
    expect(await preview('a\n{{ b | nope }}')).toMatchObject({ html: null, problem: { line: 2 } });
    expect((await visit(desk, `/support/${slug}`)).text).not.toContain('Try Robin');
  });

  it('says a text of its own, in one language', async () => {
    const { id, slug } = await aCenter(desk, { languages: ['en', 'de'] });
    const params = { brandId: id, language: 'de' };
    const say = (texts: Record<string, string | null>) =>
      ada().call(themesApi.changeTexts, { params, body: { texts } });
    await say({ how_can_we_help: 'Moin! Was brauchst du?' });
    await desk.drain();
    const home = async (language: string) => (await visit(desk, `/support/${slug}`, { language })).text;
    expect(await home('de')).toContain('Moin! Was brauchst du?');
    expect(await home('en')).toContain('How can we help?');
    const { items } = await say({ how_can_we_help: null });
    expect(items.find(({ key }) => key === 'how_can_we_help')).toMatchObject({ own: null });
    expect(await ada().refusal(themesApi.changeTexts, { params, body: { texts: { nothing: 'x' } } })).toMatchObject({
      status: 422,
    });
  });
});
