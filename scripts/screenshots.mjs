// Takes the pictures of docs/images from a running demo desk: npm start, then node scripts/screenshots.mjs
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const port = process.env.PORT ?? '3000';
const sandboxPort = process.env.BUREAU_SANDBOX_PORT ?? '4000';
const dataDir = process.env.BUREAU_DATA_DIR ?? '.data';
const folder = path.resolve(import.meta.dirname, '../docs/images');
const desk = `http://127.0.0.1:${port}`;
const sandbox = `http://127.0.0.1:${sandboxPort}`;
const LAPTOP = { width: 1280, height: 800 };

const [administrator] = JSON.parse(readFileSync(path.join(dataDir, 'demo-people.json'), 'utf8'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  await shootConsole();
  await shootSandbox();
  await shootSupportCenter();
} finally {
  await browser.close();
}

async function shootConsole() {
  const busiest = await busiestCase();
  const light = await signIn({ viewport: LAPTOP, colorScheme: 'light' });
  await shoot(light, `/cases/inbox/${busiest}`, 'case');
  await shoot(light, '/intake', 'intake');
  await shoot(light, '/admin/overview', 'admin');
  await shoot(light, '/admin/roles', 'roles');
  await shoot(light, '/cases/inbox', 'palette', async (page) => {
    await page.keyboard.press('Control+k');
    await page.locator('.palette-label').nth(5).waitFor();
  });
  await shoot(light, '/cases/inbox', 'bulk', async (page) => {
    await page.locator('.case-row').nth(3).waitFor();
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('3 selected').waitFor();
    await page.locator('.case-title').waitFor();
  });
  const dark = await signIn({ viewport: LAPTOP, colorScheme: 'dark' });
  await shoot(dark, `/cases/inbox/${busiest}`, 'case-dark');
  const phone = await signIn({ viewport: { width: 390, height: 844 }, colorScheme: 'light' });
  await shoot(phone, `/cases/inbox/${busiest}`, 'case-phone');
}

/** A customer's mailbox with a whole conversation in it: her mail, our answer, and hers to that. */
async function shootSandbox() {
  const ana = 'ana.ferreira@cafemail.example';
  await converse(ana);
  const context = await browser.newContext({ viewport: LAPTOP, locale: 'en-GB', colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(sandbox);
  await page.getByText('Ana Ferreira').first().click();
  for (const letter of ['Good morning Ana,', 'That was it!']) await page.getByText(letter).first().click();
  await page.waitForLoadState('networkidle');
  await keep(page, 'sandbox');
}

/** What customers see, without a sign-in: the home page of a brand, and an article on a phone. */
async function shootSupportCenter() {
  const home = '/support/larkspur';
  const visitor = (options) => browser.newContext({ locale: 'en-GB', colorScheme: 'light', ...options });
  const page = await (await visitor({ viewport: LAPTOP })).newPage();
  await shoot(page, home, 'support-center');
  const article = await page.locator('main a[href*="/articles/"]').first().getAttribute('href');
  const phone = await (await visitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })).newPage();
  await shoot(phone, article, 'article-phone');
}

async function converse(address) {
  const box = `/api/people/${encodeURIComponent(address)}`;
  const { items: before } = await ask(sandbox, `${box}/mails`);
  if (before.some(({ text }) => text?.includes('That was it!'))) return;
  const subject = 'Kestrel Duo drips after every shot';
  await ask(sandbox, `${box}/send`, {
    to: 'support@larkspur.example',
    subject,
    text: 'Good morning,\n\nsince Friday our Kestrel Duo keeps dripping for about a minute after every shot. I changed the gasket, but it did not help. Can I mend this myself?',
  });
  const opened = await until(async () => {
    const { items } = await ask(desk, '/api/v3/cases?view=inbox&limit=5');
    return items.find((one) => one.subject === subject);
  });
  await ask(desk, `/api/v3/cases/${opened.id}/replies`, {
    text: 'Good morning Ana,\n\nyes, you can. The three-way valve behind the left panel collects lime. Switch the machine off, let it cool down for half an hour, and rinse the valve in citric acid.\n\nI have put a new valve in the post all the same; it will be with you tomorrow.',
    sequence: opened.sequence,
    status: 'pending',
  });
  // The answer leaves when it can no longer be taken back.
  const answer = await until(async () => {
    const { items } = await ask(sandbox, `${box}/mails`);
    return items.find((mail) => mail.text?.includes('three-way valve'));
  });
  await ask(sandbox, `${box}/reply/${answer.id}`, {
    text: 'That was it! It has stopped dripping. Thank you, also for the valve.',
  });
}

/** The case of the inbox in which most was said. */
async function busiestCase() {
  const { items } = await ask(desk, '/api/v3/cases?view=inbox&limit=30');
  const cases = await Promise.all(items.map(({ id }) => ask(desk, `/api/v3/cases/${id}`)));
  const saidIn = ({ counts }) => counts.inbound + counts.outbound + counts.notes + counts.attachments;
  return cases.toSorted((a, b) => saidIn(b) - saidIn(a))[0].id;
}

/** A window in which somebody has signed in. */
async function signIn(options) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(desk);
  await page.getByLabel('E-mail').first().fill(administrator.email);
  await page.getByLabel('Password').first().fill(administrator.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  return page;
}

async function shoot(page, address, name, prepare = async () => undefined) {
  await page.goto(desk + address);
  await page.waitForLoadState('networkidle');
  await prepare(page);
  await page.waitForLoadState('networkidle');
  await keep(page, name);
}

async function keep(page, name) {
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`${name}.png`);
}

/** Reads, or with a body writes: at the desk as its administrator, in the sandbox as anybody. */
async function ask(host, address, body) {
  const credentials = Buffer.from(`${administrator.email}:${administrator.password}`).toString('base64');
  const response = await fetch(host + address, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(host === desk && { authorization: `Basic ${credentials}` }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Asks until there is an answer, for a minute. */
async function until(find) {
  for (let attempt = 0; attempt < 120; attempt++) {
    const found = await find();
    if (found) return found;
    await pause(500);
  }
  throw new Error('It did not happen within a minute.');
}
