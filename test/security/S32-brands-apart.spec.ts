import { casesApi, companiesApi, mergesApi, siteApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisitor } from '../../libs/server/support-center/src/question/visitor.fixture.ts';
import { visit } from '../fixtures/center.ts';
import type { TestDesk } from '../fixtures/desk.ts';
import { noticesTo } from '../fixtures/links.ts';
import { hiddenOf } from '../fixtures/visitor.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';
import { crawl, visitAt, type CrawledPage, type Way } from './brands/crawl.ts';
import { aMarkedBrand, COMMON, CUSTOMER, KINDS, stateOf, type MarkedBrand } from './brands/marked-brand.ts';

let both: DeskAndOutside;
let desk: TestDesk;
let kestrel: MarkedBrand;
let osprey: MarkedBrand;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
  // Set-up names the company after its first brand.
  await desk.as(desk.administrator).call(siteApi.change, { body: { companyName: 'kestrel' } });
  kestrel = await aMarkedBrand(desk, 'kestrel');
  osprey = await aMarkedBrand(desk, 'osprey');
});
afterAll(() => both.close());

const brandOf = (mark: string) => (mark === 'kestrel' ? kestrel : osprey);
const otherOf = ({ mark }: MarkedBrand) => (mark === 'kestrel' ? osprey : kestrel);
const byHost = ({ host }: MarkedBrand): Way => ({ host, base: '' });
const byPath = ({ slug }: MarkedBrand): Way => ({ base: `/support/${slug}` });

/** Pages to which only a mail or a form leads. */
const notLinked = ({ survey }: MarkedBrand) => [
  survey,
  `${survey}/completed`,
  `/customer/portal/articles/search?q=${COMMON}`,
  `/customer/portal/articles/autocomplete?term=${COMMON}`,
  '/customer/portal/private/cases?show=all',
  '/customer/account',
  '/customer/no-such-page',
];

/** A page without the addresses at which it is to be had in other languages: these name what was asked. */
const wordsOf = ({ text }: Pick<CrawledPage, 'text'>) => text.replace(/<nav class="languages"[^]*?<\/nav>/, '');

/** What a page says and what comes with it. */
const wholeOf = ({ text, headers }: Pick<CrawledPage, 'text' | 'headers'>) => `${JSON.stringify(headers)}\n${text}`;

describe.each([['kestrel'], ['osprey']])('the pages of %s', (mark) => {
  it.each([
    ['on its host', byHost, false],
    ['on its host, signed in', byHost, true],
    ['below its path', byPath, false],
    ['below its path, signed in', byPath, true],
  ])('say nothing of the other brand: %s', async (_, way, signedIn) => {
    const brand = brandOf(mark);
    const other = otherOf(brand);
    const pages = await crawl(desk, { ...way(brand), ...(signedIn && { cookie: brand.cookie }) }, notLinked(brand));
    const leaking = pages.filter((page) => wholeOf(page).includes(other.mark)).map(({ path }) => path);
    expect(leaking).toEqual([]);
    const missing = pages.filter(({ status }) => status >= 400).map(({ path }) => path);
    expect(missing.filter((path) => !path.endsWith('/no-such-page'))).toEqual([]);

    const said = pages.map(({ text }) => text).join('\n');
    const kinds = signedIn ? KINDS : KINDS.filter((kind) => !['case', 'reply', 'photo'].includes(kind));
    expect(kinds.filter((kind) => !said.includes(`${mark}-${kind}`))).toEqual([]);
    expect(said.includes(`${mark}-reply`)).toBe(signedIn);
  });
});

describe.each([
  ['kestrel', 'on its host', byHost],
  ['kestrel', 'below its path', byPath],
  ['osprey', 'on its host', byHost],
  ['osprey', 'below its path', byPath],
])('what the other brand has, asked for at %s %s', (mark, _, way) => {
  it('is not there, by none of its addresses', async () => {
    const other = otherOf(brandOf(mark));
    const theirs = await crawl(desk, { ...byHost(other), cookie: other.cookie }, notLinked(other));
    const named = theirs.map(({ path }) => path).filter((path) => /\/\d+|\/feedback\/|\/logo\//.test(path));
    // Without the words behind an id: the page repeats its address.
    const paths = new Set(named.map((path) => path.replace(/(\/\d+)-[^/?]+/, '$1')));
    expect(paths.size).toBeGreaterThan(15);
    const here = { ...way(brandOf(mark)), cookie: brandOf(mark).cookie };
    for (const path of paths) {
      const page = await visitAt(desk, here, path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(page.text).not.toContain(other.mark);
    }
  });

  it('can be neither rated nor answered, nor closed', async () => {
    const other = otherOf(brandOf(mark));
    const here = { ...way(brandOf(mark)), cookie: brandOf(mark).cookie };
    const before = await stateOf(desk, other);
    const own = await visitAt(desk, here, '/customer/portal/emails/new');
    desk.clock.advance(61_000);
    const { articleId, questionId, answerId, caseId, survey } = other;
    const privateCase = `/customer/portal/private/cases/${caseId}`;
    const forms: [string, Record<string, string>][] = [
      [`/customer/portal/articles/${articleId}/rate`, { rating: '1' }],
      [`/customer/portal/questions/${questionId}/answers`, { 'qna[body]': 'I was here' }],
      [`/customer/portal/questions/${questionId}/rate`, { rating: '1', answer_id: `${answerId}` }],
      [`/customer/portal/questions/${questionId}/best`, { answer_id: `${answerId}` }],
      [`${privateCase}/replies`, { 'interaction[body]': 'I was here' }],
      [`${privateCase}/reopen`, {}],
      [`${privateCase}/resolve`, {}],
      [`${privateCase}/feedback`, { 'customer_feedback[rating]': '3' }],
      [survey, { 'customer_feedback[rating]': '3' }],
    ];
    for (const [path, fields] of forms) {
      const { status } = await visitAt(desk, here, path, { ...hiddenOf(own.text), ...fields });
      expect([path, status]).toEqual([path, 404]);
    }
    expect(await stateOf(desk, other)).toEqual(before);
  });

  it('takes no question for its topic, though the address names its brand (b_id)', async () => {
    const [brand, other] = [brandOf(mark), otherOf(brandOf(mark))];
    const here = { ...way(brand), cookie: brand.cookie };
    const before = await stateOf(desk, other);
    const { text } = await visitAt(
      desk,
      here,
      `/customer/portal/questions/new?b_id=${other.id}&topic=${other.topicId}`,
    );
    desk.clock.advance(61_000);
    const page = await visitAt(desk, here, `/customer/portal/questions?b_id=${other.id}`, {
      ...hiddenOf(text),
      ...{ b_id: `${other.id}`, confirmed: 'true', 'qna[kb_topic_id]': `${other.topicId}` },
      ...{ 'qna[subject]': 'I was here', 'qna[body]': 'I was here' },
    });
    expect(page.status).toBe(422);
    expect(page.text).not.toContain(other.mark);
    expect(await stateOf(desk, other)).toEqual(before);
  });

  it('is not shown for the asking: another brand in the address changes nothing (b_id)', async () => {
    const [brand, other] = [brandOf(mark), otherOf(brandOf(mark))];
    for (const path of [
      '/?',
      `/customer/portal/articles/search?q=${COMMON}&displayMode=All&`,
      `/customer/portal/articles/autocomplete?term=${COMMON}&`,
      `/customer/portal/topics/${brand.topicId}-${mark}-topic/articles?`,
      '/customer/portal/articles/feed?',
      '/sitemap.xml?',
      '/customer/portal/private/cases?show=all&',
    ]) {
      const here = { ...way(brand), cookie: brand.cookie };
      const [plain, asked] = [await visitAt(desk, here, path), await visitAt(desk, here, `${path}b_id=${other.id}`)];
      expect([path, asked.status]).toEqual([path, plain.status]);
      expect(wordsOf(asked)).toBe(wordsOf(plain));
      expect(asked.text).not.toContain(other.mark);
    }
    const looked = await visitAt(desk, way(brand), `/customer/portal/articles/search?q=${other.mark}-body`);
    expect(looked.text).not.toContain(`/articles/${other.articleId}`);
  });
});

describe('a session', () => {
  it.each([
    ['kestrel', byHost],
    ['osprey', byPath],
  ])('opened at one brand does not open the other, nor %s', async (mark, way) => {
    const here = { ...way(brandOf(mark)), cookie: otherOf(brandOf(mark)).cookie };
    for (const path of ['/customer/portal/private/cases', '/customer/account']) {
      const { status, headers } = await visitAt(desk, here, path);
      expect([status, headers.location]).toEqual([303, expect.stringContaining('/customer/login?to=')]);
    }
    const home = await visitAt(desk, here, '/');
    expect(home.text).not.toContain('/customer/logout');
  });

  it('is sent to its own brand alone by the browser', async () => {
    const { email, password } = CUSTOMER;
    const { headers } = await visitAt(desk, byPath(kestrel), '/customer/login', { email, password });
    expect(String(headers['set-cookie'])).toMatch(/bureau_visitor=[^;]+; .*Path=\/support\/kestrel-slug(?:;|$)/i);
  });
});

describe('mails to a customer of both', () => {
  it('name one brand each, and lead to its own host', async () => {
    const mails = await noticesTo(both, CUSTOMER.email);
    for (const { mark, host } of [kestrel, osprey]) {
      const own = mails.filter((mail) => mail.includes(mark));
      expect(own.length).toBeGreaterThan(1);
      expect(own.filter((mail) => mail.includes(otherOf(brandOf(mark)).mark))).toEqual([]);
      expect(own.some((mail) => mail.includes(`http://${host}`))).toBe(true);
    }
  });

  it('have links that open nothing at the other brand, as one that never was, and still open their own', async () => {
    const link = await linkOf(kestrel, /\/customer\/portal\/cases\/[\w-]+/);
    const never = await visitAt(desk, byHost(osprey), link.replace(/-.{43}$/, `-${'x'.repeat(43)}`));
    expect(never.status).toBeGreaterThanOrEqual(400);
    for (const way of [byHost(osprey), byPath(osprey)]) {
      for (const page of [await visitAt(desk, way, link), await visitAt(desk, way, `${link}/reopen`, {})]) {
        expect(page.status).toBe(never.status);
        expect(page.text).not.toContain('kestrel');
      }
    }
    expect((await visitAt(desk, byHost(kestrel), link)).text).toContain('kestrel-reply');
  });

  it('let nobody in at the other brand, when they are to sign in with', async () => {
    await visitAt(desk, byHost(kestrel), '/customer/login/link', { email: CUSTOMER.email });
    const link = await linkOf(kestrel, /\/customer\/\w\w\/login\/link\/[\w-]+/);
    const tried = await visitAt(desk, byHost(osprey), link, {});
    expect(tried.headers.location).toMatch(/\/login$/);
    expect(tried.cookies.filter((one) => one.startsWith('bureau_visitor='))).toEqual([]);
    const entered = await visitAt(desk, byHost(kestrel), link, {});
    expect(entered.cookies).toContainEqual(expect.stringMatching(/^bureau_visitor=[\w-]{43}$/));
  });

  async function linkOf({ host }: MarkedBrand, address: RegExp): Promise<string> {
    const pattern = new RegExp(`http://${host}(?::\\d+)?(${address.source})`);
    const mails = await noticesTo(both, CUSTOMER.email);
    return mails.flatMap((mail) => pattern.exec(mail)?.[1] ?? []).at(-1) ?? 'no link';
  }
});

describe('the host of a brand', () => {
  it('has nothing but its own pages: neither the other brand, nor the console, nor the API', async () => {
    for (const path of [
      ...['/support/osprey-slug', '/support/osprey-slug/customer/portal/articles/feed', '/support/kestrel-slug'],
      ...['/support', '/api/v3/session', '/api/v3/articles', '/api/v2/cases', '/cases/inbox'],
      ...['/admin', '/health', '/index.html', '/socket.io/?EIO=4&transport=polling'],
      `/customer/portal/articles/${osprey.articleId}`,
    ]) {
      const { status, text } = await visit(desk, path, { host: kestrel.host });
      expect([path, status]).toEqual([path, 404]);
      expect(text.replaceAll('osprey-slug', '')).not.toContain('osprey');
    }
  });

  it('answers programs that say who they are, with what they see anywhere, and with no word to others', async () => {
    const ask = async (host: string | undefined, headers: Record<string, string>) => {
      const { status, text } = await visit(desk, '/api/v2/cases?per_page=100', { ...(host && { host }), headers });
      return [status, text];
    };
    const { email, password } = desk.agent;
    const authorization = `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;
    const anywhere = await ask(undefined, { authorization });
    expect(anywhere[0]).toBe(200);
    expect(await ask(kestrel.host, { authorization })).toEqual(anywhere);
    expect((await ask(kestrel.host, { authorization: 'Basic bm9ib2R5OnBhc3N3b3Jk' }))[0]).toBe(401);
    const [status, page] = await ask(kestrel.host, { cookie: kestrel.cookie });
    expect([status, String(page).includes('message')]).toEqual([404, false]);
    const session = await visit(desk, '/api/v3/session', { host: kestrel.host, headers: { authorization } });
    expect(session.status).toBe(404);
  });

  it.each(['HELP.Kestrel.Example', 'help.kestrel.example:8443', 'help.kestrel.example.'])(
    'is the same however it is written: %s',
    async (host) => {
      expect((await visit(desk, '/', { host })).text).toContain('kestrel-snippet');
      expect((await visit(desk, '/support/osprey-slug', { host })).status).toBe(404);
    },
  );

  it('is what the connection says: a header that nobody vouches for names no other', async () => {
    const headers = { 'x-forwarded-host': osprey.host, forwarded: `host=${osprey.host}`, 'x-original-url': '/osprey' };
    const { text } = await visit(desk, '/', { host: kestrel.host, headers });
    expect(text).toContain('kestrel-snippet');
    expect(text).not.toContain('osprey');
    expect((await visit(desk, '/', { host: kestrel.host })).text).not.toContain('osprey');
  });
});

describe('a case', () => {
  it('of the company is read along at the brand where it was asked, and at no other', async () => {
    const ana = await desk.as(desk.agent).call(casesApi.get, { params: { caseId: kestrel.caseId } });
    const { id: companyId } = await desk.as(desk.administrator).call(companiesApi.create, { body: { name: 'Both' } });
    for (const brand of [kestrel, osprey]) {
      const { customerId, cookie } = await aVisitor(desk, brand.id);
      await desk.sql.run('UPDATE customers SET company_id = $1, access_company_cases = id <> $2 WHERE id IN ($2, $3)', [
        companyId,
        ana.customer.id,
        customerId,
      ]);
      const there = { ...byHost(brand), cookie };
      const list = await visitAt(desk, there, '/customer/portal/private/cases?whose=company&show=all');
      expect(list.text).toContain(`${brand.mark}-case`);
      expect(list.text).not.toContain(otherOf(brand).mark);
      expect((await visitAt(desk, there, caseAt(otherOf(brand)))).status).toBe(404);
    }
  });

  it('that was merged into one of the other brand brings nothing of its own along, for customers', async () => {
    const { text: before } = await visitAt(desk, { ...byHost(kestrel), cookie: kestrel.cookie }, caseAt(kestrel));
    const [, file = 'no file'] = /\/attachments\/(\d+)/.exec(before) ?? [];
    const body = { caseIds: [kestrel.caseId], intoCaseId: osprey.caseId };
    await desk.as(desk.administrator).call(mergesApi.merge, { body });
    const there = { ...byHost(osprey), cookie: osprey.cookie };
    const merged = await visitAt(desk, there, caseAt(osprey));
    expect(merged.text).toContain('osprey-reply');
    expect(merged.text).not.toContain('kestrel');
    expect((await visitAt(desk, there, `${caseAt(osprey)}/attachments/${file}`)).status).toBe(404);
    for (const brand of [kestrel, osprey]) {
      const gone = await visitAt(desk, { ...byHost(kestrel), cookie: kestrel.cookie }, caseAt(brand));
      expect([gone.status, gone.text.includes('osprey')]).toEqual([404, false]);
    }
  });

  const caseAt = ({ caseId }: MarkedBrand) => `/customer/portal/private/cases/${caseId}`;
});
