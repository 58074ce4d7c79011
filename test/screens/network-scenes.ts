import type { Page } from 'playwright-core';
import { isUnwritten } from './doings.ts';
import { caseAbout, writerOf, type Find } from './find.ts';
import type { Scene } from './scene.ts';

const praised = caseAbout('This week’s cup');
const asked = caseAbout('Is it organic?');
const chatted = caseAbout('こんにちは');

/** What people say on X and Facebook (apps/sandbox/src/stories), and how it is answered. */
export function onNetworks(): Scene[] {
  const tooLong = 'We print it beside the valve so that no ink touches the beans. '.repeat(5);
  return [
    { name: 'On X: a post and what followed', path: praised },
    { name: 'On X: in German', path: praised, language: 'de' },
    answering('On X: an answer that is too long', praised, tooLong),
    { name: 'On X: a direct message', path: caseAbout('Guten Tag, unser Büro-Abo') },
    { name: 'On X: who wrote it', path: writerOf(praised) },
    { name: 'On Facebook: a post on the page', path: caseAbout('Our two kilos') },
    { name: 'On Facebook: what was said around a comment', path: asked, prepare: lookAround },
    answering('On Facebook: answering a comment', asked, 'Yes, every bean of it.'),
    { name: 'On Facebook: a conversation in Messenger', path: chatted },
    answering('On Facebook: answering in Messenger', chatted, 'はい、Mは在庫がございます。'),
    { ...answering('On Facebook: answering in Messenger in German', chatted, 'Ja, M ist da.'), language: 'de' },
    { name: 'Connecting a page: whose it is', path: '/admin/social-accounts', prepare: beginToConnect },
    { name: 'Connecting a page: nobody agreed', path: '/admin/social-accounts?outcome=denied' },
  ];
}

function answering(name: string, path: Find, text: string): Scene {
  return {
    ...{ name, path, before: isUnwritten },
    prepare: async (page) => {
      await page.locator('.composer [role="textbox"]').click();
      await page.locator('.composer-post').waitFor();
      await page.keyboard.insertText(text);
    },
  };
}

async function lookAround(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What was said around it' }).click();
  await page.getByText('New on the shelf').first().waitFor();
}

async function beginToConnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Connect Facebook pages' }).click();
  await page.getByRole('dialog', { name: 'Connect Facebook pages' }).waitFor();
}
