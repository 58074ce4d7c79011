import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { integrationUrlsApi } from '@bureau/contracts';
import { aCase } from '@bureau/cases/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { until } from '../setup/until.ts';

/** A program of somebody else, with what it was asked. */
interface Program {
  origin: string;
  asked: { method: string; url: string; referer: string | undefined; body: string }[];
  server: Server;
}

async function aProgram(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Program> {
  const asked: Program['asked'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, referer: headers.referer, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return { origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked, server };
}

const page200 = (response: ServerResponse, html: string) =>
  response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Page</title>${html}`);

/** It tells the console how high it wants to be, and tries to lead it away. */
const STOCK = `<h1>Stock</h1><script>
  parent.postMessage({ type: 'bureau.resize', height: 4000 }, '*');
  try { top.location = 'about:blank#taken'; } catch { document.title = 'kept'; }
</script>`;

describe.skipIf(!hasBrowser)('pages of other programs beside a case', () => {
  let desk: TestDesk;
  let browser: Browser;
  let erp: Program;
  let elsewhere: Program;
  let caseId: number;
  let secret: string;
  let admin: Page;

  beforeAll(async () => {
    elsewhere = await aProgram((_, response) => page200(response, '<h1>Somewhere else</h1>'));
    erp = await aProgram((request, response) => {
      if (request.url?.startsWith('/away')) return response.writeHead(302, { location: elsewhere.origin }).end();
      return page200(response, STOCK);
    });
    desk = await startTestDesk({ console: true });
    const customer = { address: 'ana@customer.example', name: '"><script>alert(1)</script>&x=' };
    ({ id: caseId } = await aCase(desk, { customer }));
    browser = await openBrowser();
    const person = desk.administrator;
    ({ page: admin } = await atTheConsole(browser, { url: desk.url, person, path: '/admin/integration-urls' }));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const program of [erp, elsewhere]) {
      program.server.close();
      program.server.closeAllConnections();
    }
    await closeDesk(desk);
  });

  const openCase = async (person = desk.agent) =>
    atTheConsole(browser, { url: desk.url, person, path: `/cases/all/${caseId}` });
  const pane = (page: Page) => page.getByRole('region', { name: 'Integrations' });

  it('are set up by an administrator, who sees where they lead before they are saved', async () => {
    await admin.getByRole('button', { name: 'New integration' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('Orders');
    await admin.getByRole('textbox', { name: 'Address' }).fill(`${erp.origin}/find?name={{customer.name}}&in=shop`);
    const tried = admin.getByRole('link', { name: 'Open it in a new tab' });
    await tried.waitFor();
    const { pathname, searchParams } = new URL((await tried.getAttribute('href'))!);
    expect([pathname, searchParams.get('name'), searchParams.get('in'), searchParams.get('x')]).toEqual([
      ...['/find', '"><script>alert(1)</script>&x=', 'shop', null],
    ]);
    expect(await accessibilityFaults(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'Save the integration' }).click();
    await admin.getByRole('heading', { name: 'Orders' }).waitFor();
  });

  it('are links that open in a tab of their own, without a word of where from', async () => {
    const { page, errors } = await openCase();
    const link = pane(page).getByRole('link', { name: 'Orders, opens in a new tab' });
    await link.waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForLoadState();
    const visit = erp.asked.at(-1)!;
    expect(visit).toMatchObject({ method: 'GET', referer: undefined });
    expect(new URL(visit.url, erp.origin).searchParams.get('name')).toBe('"><script>alert(1)</script>&x=');
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('are apps, whose secret is made and seen once', async () => {
    await admin.goto(`${desk.url}/admin/integration-urls/new`);
    await admin.getByRole('textbox', { name: 'Name' }).fill('Stock');
    await admin.getByRole('button', { name: /Kind/ }).click();
    await admin.getByRole('option', { name: 'Canvas app' }).click();
    await admin.getByRole('textbox', { name: 'Address' }).fill(`${erp.origin}/app?case={{case.id}}`);
    await admin.getByRole('button', { name: 'Save the integration' }).click();
    await admin.getByRole('button', { name: 'Make a secret' }).click();
    const dialog = admin.getByRole('alertdialog', { name: 'The new secret' });
    secret = (await dialog.getByRole('code').textContent())!;
    expect(secret).toMatch(/^[\w-]{43}$/);
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await admin.getByText(/It is never shown again/).waitFor();
    expect(await admin.content()).not.toContain(secret);
  });

  it('are told, signed, who looks at which case; the frame keeps to its place', async () => {
    const { page, errors } = await openCase();
    const violations: string[] = [];
    page.on('console', (said) => /Content Security Policy/.test(said.text()) && violations.push(said.text()));
    const frame = pane(page).locator('iframe[title="Stock"]');
    await frame.waitFor();
    await page.frameLocator('iframe[title="Stock"]').getByRole('heading', { name: 'Stock' }).waitFor();
    const posted = erp.asked.findLast(({ method }) => method === 'POST')!;
    expect(posted.url).toBe(`/app?case=${caseId}`);
    const [signature, payload = ''] = (new URLSearchParams(posted.body).get('signed_request') ?? '').split('.');
    expect(signature).toBe(createHmac('sha256', secret).update(payload).digest('base64'));
    const told = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
    expect(told).toMatchObject({
      userId: String(desk.agent.id),
      context: { environment: { case: { id: caseId }, customer: { emails: ['ana@customer.example'] } } },
    });
    // It wanted 4,000 pixels, and to lead the console away.
    await until(async () => (await frame.boundingBox())?.height === 900, {
      what: 'it is as high as it may',
      withinMs: 10_000,
    });
    expect(page.url()).toBe(`${desk.url}/cases/all/${caseId}`);
    expect(await page.evaluate((value) => document.documentElement.outerHTML.includes(value), secret)).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([errors, violations]).toEqual([[], []]);
    await page.context().close();
  });

  it('cannot be framed from another host than the administrator named', async () => {
    await desk.sql.run('DELETE FROM integration_urls');
    await desk.as(desk.administrator).call(integrationUrlsApi.create, {
      body: { name: 'Away', kind: 'embedded', markup: `${erp.origin}/away` },
    });
    const response = await fetch(`${desk.url}/cases/all/${caseId}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-src 'self' ${erp.origin};`);
    const before = elsewhere.asked.length;
    const { page } = await openCase();
    const isRefused = () => page.frames().some((frame) => frame.url().startsWith('chrome-error:'));
    await until(isRefused, { what: 'the frame is refused', withinMs: 20_000 });
    expect(erp.asked.at(-1)).toMatchObject({ url: '/away' });
    expect(await pane(page).locator('iframe[title="Away"]').count()).toBe(1);
    expect(elsewhere.asked.length).toBe(before);
    await page.context().close();
  });

  it('are nothing to an agent whose role is not among those named', async () => {
    const role = await desk.sql.row<{ id: number }>("SELECT id FROM roles WHERE key = 'billing-administrator'");
    await desk.sql.run('UPDATE integration_urls SET role_ids = $1', [[role!.id]]);
    const { page } = await openCase();
    await page.getByRole('heading', { name: 'The grinder is stuck' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await pane(page).count()).toBe(0);
    await page.context().close();
  });

  it('change their places by keys', async () => {
    await desk.sql.run('DELETE FROM integration_urls');
    for (const name of ['One', 'Two']) {
      const body = { name, markup: 'https://erp.example/' };
      await desk.as(desk.administrator).call(integrationUrlsApi.create, { body });
    }
    await admin.goto(`${desk.url}/admin/integration-urls`);
    await admin.getByRole('button', { name: 'Move One down' }).focus();
    await admin.keyboard.press('Enter');
    const names = async () =>
      (await desk.as(desk.administrator).call(integrationUrlsApi.list, {})).items.map(({ name }) => name);
    await until(async () => (await names()).join() === 'Two,One', { what: 'they have changed', withinMs: 10_000 });
  });
});
