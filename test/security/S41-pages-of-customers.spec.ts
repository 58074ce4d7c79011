import { BrandDirectory } from '@bureau/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { Visitor } from '../fixtures/visitor.ts';

let desk: TestDesk;
let base: string;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.running.get(BrandDirectory).refresh();
  base = `/support/${desk.running.get(BrandDirectory).byId(desk.brandId)?.slug}`;
});
afterAll(() => closeDesk(desk));

const GUESSED = 'a'.repeat(43);
const PAGES = [
  '/customer/portal/emails/new',
  `/customer/portal/emails/submitted/${GUESSED}`,
  '/customer/login',
  `/customer/login/link/${GUESSED}`,
  '/customer/logout',
  '/customer/registrations/new',
  `/customer/registrations/${GUESSED}`,
  '/customer/password_resets/new',
  `/customer/password_resets/${GUESSED}`,
  '/customer/account',
  `/customer/account/emails/verify/${GUESSED}`,
  '/customer/portal/private/cases',
  '/customer/portal/private/cases/1',
  '/customer/portal/private/cases/1/attachments/1',
  `/customer/portal/cases/1-${GUESSED}`,
  `/customer/portal/cases/1-${GUESSED}/attachments/1`,
];
const FORMS = [
  '/customer/portal/emails',
  '/customer/login',
  '/customer/login/link',
  `/customer/login/link/${GUESSED}`,
  '/customer/logout',
  '/customer/registrations',
  `/customer/registrations/${GUESSED}`,
  '/customer/password_resets',
  `/customer/password_resets/${GUESSED}`,
  '/customer/account',
  '/customer/account/password',
  '/customer/account/emails',
  '/customer/account/emails/change',
  `/customer/account/emails/verify/${GUESSED}`,
  '/customer/account/sign-out',
  ...['replies', 'resolve', 'reopen'].map((deed) => `/customer/portal/private/cases/1/${deed}`),
  ...['replies', 'resolve', 'reopen'].map((deed) => `/customer/portal/cases/1-${GUESSED}/${deed}`),
];
const PAYLOAD = `"><script>window.hit=1</script>{{ 7 | times: 7 }}{% raw %}`;
const FIELDS = [
  ...['interaction[name]', 'interaction[email]', 'email[subject]', 'email[body]', 'interaction[body]', 'form_token'],
  ...['kept_files', 'drop_files', 'confirmed', 'email', 'password', 'name', 'language', 'current', 'next', 'to', 'do'],
];

describe('the pages for customers', () => {
  it.each(PAGES)('%s runs nothing that somebody put into its address, and breaks at nothing', async (path) => {
    desk.clock.advance(120_000);
    const visitor = new Visitor(desk.url);
    for (const query of [
      '',
      `?${new URLSearchParams(FIELDS.map((name) => [name, PAYLOAD])).toString()}`,
      '?page=%00',
    ]) {
      const page = await visitor.get(base + path + query);
      expect([query, page.status < 500]).toEqual([query, true]);
      expect(page.html).not.toContain('<script>window.hit');
      expect(page.html).not.toMatch(/\b49\b\{%/);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(page.headers.get('cache-control')).toMatch(/no-store|no-cache/);
    }
  });

  it.each(FORMS)('%s takes whatever is posted without breaking, and never from another site (S44)', async (path) => {
    desk.clock.advance(20 * 60_000);
    const visitor = new Visitor(desk.url);
    for (const value of ['', PAYLOAD, '\0\ud800', 'ä'.repeat(20_000)]) {
      const page = await visitor.post(base + path, Object.fromEntries(FIELDS.map((name) => [name, value])));
      expect([path, page.status < 500]).toEqual([path, true]);
      expect(page.html).not.toContain('<script>window.hit');
    }
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const refused = await visitor.send(base + path, { method: 'POST', body: new URLSearchParams(), headers: foreign });
    expect([path, refused.status]).toEqual([path, 403]);
  });

  it('leave nobody signed in who only says so: neither a cookie made up, nor one that is empty (S38, S41)', async () => {
    for (const cookie of ['bureau_visitor=', `bureau_visitor=${GUESSED}`, 'bureau_visitor=null', 'bureau_visitor=1']) {
      const answer = await new Visitor(desk.url).send(`${base}/customer/portal/private/cases`, {
        method: 'GET',
        headers: { cookie },
      });
      expect([cookie, answer.headers.get('location')]).toEqual([cookie, expect.stringContaining('/customer/login')]);
    }
  });

  it('let no session of an agent in, and no session of a customer into the console (S32)', async () => {
    const body = { email: desk.agent.email, password: desk.agent.password };
    const signIn = await fetch(`${desk.url}/api/v3/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const [cookie = ''] = signIn.headers.getSetCookie();
    const answer = await new Visitor(desk.url).send(`${base}/customer/account`, {
      method: 'GET',
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect(answer.headers.get('location')).toContain('/customer/login');
  });
});
