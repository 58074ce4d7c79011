// Takes the pictures of docs/images from a running demo desk: npm start, then node scripts/screenshots.mjs
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const port = process.env.PORT ?? '3000';
const sandboxPort = process.env.BUREAU_SANDBOX_PORT ?? '4000';
const dataDir = process.env.BUREAU_DATA_DIR ?? '.data';
const folder = path.resolve(import.meta.dirname, '../docs/images');

const [administrator] = JSON.parse(readFileSync(path.join(dataDir, 'demo-people.json'), 'utf8'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

/** A window in which somebody has signed in. */
async function signIn(options) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByLabel('E-mail').first().fill(administrator.email);
  await page.getByLabel('Password').first().fill(administrator.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  return page;
}

async function shoot(page, address, name, prepare = async () => undefined) {
  await page.goto(`http://127.0.0.1:${port}${address}`);
  await page.waitForLoadState('networkidle');
  await prepare(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`${name}.png`);
}

const light = await signIn({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
const busiest = process.argv[2] ?? '199';
await shoot(light, `/cases/inbox/${busiest}`, 'case');
await shoot(light, '/intake', 'intake');
await shoot(light, '/admin/overview', 'admin');
await shoot(light, '/admin/roles', 'roles');
await shoot(light, '/cases/inbox', 'palette', async (page) => {
  await page.keyboard.press('Control+k');
  await page.locator('.palette-label').nth(5).waitFor();
});
await shoot(light, '/cases/inbox', 'bulk', async (page) => {
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
});
const dark = await signIn({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
await shoot(dark, `/cases/inbox/${busiest}`, 'case-dark');
const phone = await signIn({ viewport: { width: 390, height: 844 }, colorScheme: 'light' });
await shoot(phone, `/cases/inbox/${busiest}`, 'case-phone');

const outside = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await outside.goto(`http://127.0.0.1:${sandboxPort}/`);
await outside.getByRole('link', { name: /Ana Ferreira/ }).click();
await outside
  .getByRole('link', { name: /^Re: / })
  .or(outside.getByRole('link', { name: /Re: / }))
  .first()
  .click();
await outside.waitForLoadState('load');
await outside.screenshot({ path: path.join(folder, 'sandbox.png') });
await browser.close();
