import { customersApi } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { noticesTo } from '../../../../../test/fixtures/links.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';
import { Visitor } from '../../../../../test/fixtures/visitor.ts';

let both: DeskAndOutside;
let desk: TestDesk;
let base: string;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
  await desk.running.get(BrandDirectory).refresh();
  base = await baseOf(desk.brandId);
});
afterAll(() => both.close());
// The brakes count what came from one network within a quarter of an hour.
beforeEach(() => desk.clock.advance(20 * 60_000));

const PASSWORD = 'another long phrase';
const someone = () => `${crypto.randomUUID()}@customer.example`;
const aVisitor = () => new Visitor(desk.url);

async function baseOf(brandId: number): Promise<string> {
  const row = await desk.sql.row<{ slug: string }>('SELECT slug FROM brands WHERE id = $1', [brandId]);
  return `/support/${row?.slug}`;
}

/** Paths of the links that were mailed to an address, the oldest first. */
async function linksTo(address: string): Promise<string[]> {
  const mails = await noticesTo(both, address);
  return mails.toReversed().map((mail) => /https?:\/\/[^/\s]+(\/support\/\S+)/.exec(mail)?.[1] ?? 'no link');
}

async function register(email = someone(), visitor = aVisitor()) {
  await visitor.post(`${base}/customer/registrations`, { name: 'Ana Sol', email });
  const link = (await linksTo(email)).at(-1) ?? '';
  const page = await visitor.post(link, { password: PASSWORD });
  return { email, visitor, link, page };
}

const signIn = (visitor: Visitor, email: string, password = PASSWORD) =>
  visitor.post(`${base}/customer/login`, { email, password });

describe('a customer who registers', () => {
  it('proves the address first, chooses a password and is signed in', async () => {
    const { page, email } = await register();
    expect(page.path).toBe(`${base}/customer/portal/private/cases`);
    expect(page.text).toContain('You are signed in');
    const again = aVisitor();
    expect((await signIn(again, email)).path).toBe(`${base}/customer/portal/private/cases`);
  });

  it('finds the link good however often a scanner looks at it, and used up once it was used (S38)', async () => {
    const email = someone();
    await aVisitor().post(`${base}/customer/registrations`, { name: 'Ana', email });
    const [link = ''] = await linksTo(email);
    for (let n = 0; n < 3; n++) expect((await aVisitor().get(link)).text).toContain('Choose your password');
    expect((await aVisitor().post(link, { password: PASSWORD })).status).toBe(200);
    expect((await aVisitor().post(link, { password: 'yet another phrase' })).text).toContain('used or is too old');
    expect((await aVisitor().get(link)).text).toContain('used or is too old');
  });

  it('keeps to the rules for passwords, and the link stays good', async () => {
    const email = someone();
    await aVisitor().post(`${base}/customer/registrations`, { name: 'Ana', email });
    const [link = ''] = await linksTo(email);
    for (const password of ['', 'short', 'adminadmin']) {
      const page = await aVisitor().post(link, { password });
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('at least 10 characters')]);
    }
    expect((await aVisitor().get(link)).status).toBe(200);
  });

  it('is mailed by a program of the brand, with nobody’s words in it (S6)', async () => {
    const email = someone();
    await aVisitor().post(`${base}/customer/registrations`, { name: 'Visit evil.example', email });
    const [mail = ''] = await noticesTo(both, email);
    expect(mail).toMatch(/^from: .*<support@larkspur\.example>\r?$/im);
    expect(mail).toMatch(/^auto-submitted: auto-generated\r?$/im);
    expect(mail).not.toContain('evil.example');
  });

  it('cannot use another brand’s link or session (S32)', async () => {
    const other = await desk.aBrand('Tideline');
    await desk.running.get(BrandDirectory).refresh();
    const elsewhere = await baseOf(other);
    const email = someone();
    await aVisitor().post(`${base}/customer/registrations`, { name: 'Ana', email });
    const [link = ''] = await linksTo(email);
    expect((await aVisitor().get(link.replace(base, elsewhere))).text).toContain('used or is too old');
    const { visitor } = await register();
    const page = await visitor.get(`${elsewhere}/customer/account`);
    expect(page.path).toContain(`${elsewhere}/customer/login`);
  });
});

describe('signing in', () => {
  it('says the same of a wrong password and an address that nobody has, and hashes for both (S39)', async () => {
    const { email } = await register();
    const stranger = someone();
    const tries = { known: { address: email, ms: Infinity }, unknown: { address: stranger, ms: Infinity } };
    // In turns, so that a busy machine is as busy for both.
    for (let n = 0; n < 6; n++) {
      for (const one of [tries.known, tries.unknown]) {
        const began = performance.now();
        await signIn(aVisitor(), one.address, 'not the phrase');
        one.ms = Math.min(one.ms, performance.now() - began);
      }
    }
    const page = (address: string) => signIn(aVisitor(), address, 'not the phrase');
    const [known, unknown] = [await page(email), await page(stranger)];
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const bare = (html: string, address: string) => html.replaceAll(address, '');
    expect(bare(known.html, email)).toBe(bare(unknown.html, stranger));
    // A password is hashed for both: what is answered without it takes a fraction of that.
    expect(Math.min(tries.known.ms, tries.unknown.ms)).toBeGreaterThan(10);
  });

  it('is slowed after ten wrong passwords, whatever network they come from', async () => {
    const { email } = await register();
    for (let n = 0; n < 10; n++) await signIn(aVisitor(), email, 'not the phrase');
    const page = await signIn(aVisitor(), email);
    expect([page.status, page.text]).toEqual([429, expect.stringContaining('Too many attempts')]);
  });

  it('leads back to the page that was asked for, and to no other site (S44)', async () => {
    const { email } = await register();
    const visitor = aVisitor();
    const asked = await visitor.get(`${base}/customer/account`);
    expect(asked.path).toBe(`${base}/customer/login?to=${encodeURIComponent('/customer/account')}`);
    const fields = { email, password: PASSWORD };
    expect((await visitor.post(`${base}/customer/login`, { ...fields, to: '/customer/account' })).path).toBe(
      `${base}/customer/account`,
    );
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/customer/../../evil']) {
      expect((await aVisitor().post(`${base}/customer/login`, { ...fields, to })).path).toBe(
        `${base}/customer/portal/private/cases`,
      );
    }
  });

  it('sets a cookie that no script reads, and that goes nowhere but to the brand', async () => {
    const { email } = await register();
    const body = new URLSearchParams({ email, password: PASSWORD });
    const answer = await aVisitor().send(`${base}/customer/login`, { method: 'POST', body });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('bureau_visitor='));
    expect(cookie).toMatch(new RegExp(`; Path=${base};.*HttpOnly; SameSite=Lax`));
    const stored = await desk.sql.rows<{ row: string }>('SELECT s::text AS row FROM customer_sessions s');
    const token = /=([\w-]{43});/.exec(cookie ?? '')?.[1] ?? 'none';
    expect(stored.some(({ row }) => row.includes(token))).toBe(false);
  });

  it('is refused to a form of another site (S44)', async () => {
    const { email } = await register();
    const body = new URLSearchParams({ email, password: PASSWORD });
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const answer = await aVisitor().send(`${base}/customer/login`, { method: 'POST', body, headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('a mailed link instead of a password', () => {
  it('signs in with a click, once', async () => {
    const { email } = await register();
    const page = await aVisitor().post(`${base}/customer/login/link`, { email });
    expect(page.text).toContain('Look into your mailbox');
    const link = (await linksTo(email)).at(-1) ?? '';
    expect((await aVisitor().get(link)).text).toContain(`Sign in as ${email}?`);
    const visitor = aVisitor();
    expect((await visitor.post(link)).text).toContain('You are signed in');
    expect((await aVisitor().post(link)).text).toContain('used or is too old');
  });

  it('is offered in the same words to everybody, and mailed to whoever registered, three times an hour', async () => {
    const { email } = await register();
    const stranger = someone();
    const ask = (address: string) => aVisitor().post(`${base}/customer/login/link`, { email: address });
    const [known, unknown] = [await ask(email), await ask(stranger)];
    expect(known.html.replaceAll(email, '')).toBe(unknown.html.replaceAll(stranger, ''));
    for (let n = 0; n < 4; n++) await ask(email);
    expect(await linksTo(stranger)).toEqual([]);
    // One to register, and three to sign in.
    expect(await linksTo(email)).toHaveLength(4);
  });
});

describe('a password that was forgotten', () => {
  it('is replaced with a mailed link, and every session ends (S45)', async () => {
    const { email, visitor } = await register();
    await aVisitor().post(`${base}/customer/password_resets`, { email: email.toUpperCase() });
    const link = (await linksTo(email)).at(-1) ?? '';
    await aVisitor().post(link, { password: 'a wholly new phrase' });
    expect((await visitor.get(`${base}/customer/account`)).path).toContain('/customer/login');
    expect((await signIn(aVisitor(), email)).status).toBe(401);
    expect((await signIn(aVisitor(), email, 'a wholly new phrase')).status).toBe(200);
  });

  it('is what whoever registers twice is offered', async () => {
    const { email } = await register();
    await aVisitor().post(`${base}/customer/registrations`, { name: 'Ana', email });
    expect((await linksTo(email)).at(-1)).toContain('/customer/password_resets/');
  });
});

describe('the account page', () => {
  it('changes the name, for agents to see in the history', async () => {
    const { visitor } = await register();
    const page = await visitor.post(`${base}/customer/account`, { name: 'Ana Maria Sol', language: 'en' });
    expect(page.text).toContain('Saved.');
    const { items } = await desk.as(desk.agent).call(customersApi.list, { query: { limit: 100 } });
    expect(items.some(({ name }) => name === 'Ana Maria Sol')).toBe(true);
  });

  it('takes an address once whoever reads it has confirmed it', async () => {
    const { visitor } = await register();
    const second = someone();
    await visitor.post(`${base}/customer/account/emails`, { email: second });
    expect((await visitor.get(`${base}/customer/account`)).text).not.toContain(second);
    const [link = ''] = await linksTo(second);
    expect((await aVisitor().get(link)).text).toContain(second);
    await visitor.post(link);
    expect((await visitor.get(`${base}/customer/account`)).text).toContain(second);
    expect((await signIn(aVisitor(), second)).path).toContain('/private/cases');
  });

  it('takes nobody else’s address', async () => {
    const other = await register();
    const { visitor } = await register();
    await visitor.post(`${base}/customer/account/emails`, { email: other.email });
    const link = (await linksTo(other.email)).at(-1) ?? '';
    expect((await visitor.post(link)).text).toContain('belongs to somebody else');
  });

  it('changes the password for whoever knows it, and signs everybody else out', async () => {
    const { email, visitor } = await register();
    const elsewhere = aVisitor();
    await signIn(elsewhere, email);
    const change = (current: string, next: string) =>
      visitor.post(`${base}/customer/account/password`, { current, next });
    expect((await change('wrong', 'a wholly new phrase')).text).toContain('current password is not right');
    expect((await change(PASSWORD, 'short')).text).toContain('at least 10 characters');
    expect((await change(PASSWORD, 'a wholly new phrase')).text).toContain('Your new password is set.');
    expect((await visitor.get(`${base}/customer/account`)).status).toBe(200);
    expect((await elsewhere.get(`${base}/customer/account`)).path).toContain('/customer/login');
  });

  it('ends every other session, and this one when its owner leaves', async () => {
    const { email, visitor } = await register();
    const elsewhere = aVisitor();
    await signIn(elsewhere, email);
    await visitor.post(`${base}/customer/account/sign-out`);
    expect((await elsewhere.get(`${base}/customer/account`)).path).toContain('/customer/login');
    expect((await visitor.get(`${base}/customer/logout`)).text).toContain('Sign out?');
    const token = visitor.cookieOf('bureau_visitor') ?? '';
    await visitor.post(`${base}/customer/logout`);
    expect(visitor.cookieOf('bureau_visitor')).toBeUndefined();
    const thief = await aVisitor().send(`${base}/customer/account`, {
      method: 'GET',
      headers: { cookie: `bureau_visitor=${token}` },
    });
    expect(thief.headers.get('location')).toContain('/customer/login');
  });
});
