import { BrandDirectory } from '@bureau/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

describe('a page of a support center', () => {
  it('is found below the slug of its brand, and from the root of a host that the brand owns', async () => {
    const { slug } = await aCenter(desk, { name: 'Tern Bikes', host: 'help.tern.example' });
    expect((await visit(desk, `/support/${slug}`)).text).toContain(`href="/support/${slug}"`);
    const own = await visit(desk, '/', { host: 'help.tern.example' });
    expect(own.status).toBe(200);
    expect(own.text).toContain('href="/"');
    expect(own.text).toContain('Tern Bikes');
  });

  it('is all that a host of a brand shows: neither the API nor another brand (S32)', async () => {
    await aCenter(desk, { name: 'Heron', host: 'help.heron.example' });
    const { slug } = await aCenter(desk, { name: 'Wren' });
    for (const path of ['/api/v3/session', `/support/${slug}`, '/health', '/assets/x.js', '/cases/inbox']) {
      const { status, text } = await visit(desk, path, { host: 'help.heron.example:8080' });
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toContain('Wren');
    }
  });

  it('says in the theme that there is no such page', async () => {
    const { slug } = await aCenter(desk);
    const { status, headers, text } = await visit(desk, `/support/${slug}/customer/portal/nowhere`);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('This page is not here');
  });

  it('speaks the language of its address, of the browser, of the brand', async () => {
    const { slug } = await aCenter(desk, { languages: ['en', 'de'] });
    const languageOf = async (path: string, language = 'fr') =>
      /<html lang="(\w+)"/.exec((await visit(desk, path, { language })).text)?.[1];
    expect(await languageOf(`/support/${slug}`)).toBe('en');
    expect(await languageOf(`/support/${slug}`, 'de-AT')).toBe('de');
    expect(await languageOf(`/support/${slug}/customer/de/portal`)).toBe('de');
  });

  it('does not exist where no brand is', async () => {
    const { status, text } = await visit(desk, '/support/nobody/customer/portal');
    expect(status).toBe(404);
    expect(text).toContain('There is no support center here');
  });

  it('is closed when its brand says so', async () => {
    const { id, slug } = await aCenter(desk);
    await desk.sql.run('UPDATE brands SET center_open = false WHERE id = $1', [id]);
    await desk.running.get(BrandDirectory).refresh();
    const { status, text } = await visit(desk, `/support/${slug}`);
    expect(status).toBe(503);
    expect(text).toContain('closed');
  });

  it('runs no script of its own making', async () => {
    const { slug } = await aCenter(desk);
    const { headers } = await visit(desk, `/support/${slug}`);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("form-action 'self'");
  });
});
