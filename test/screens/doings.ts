import { API } from '@bureau/contracts';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../fixtures/api-client.ts';

/** What happens on the desk before anybody looks at a place. */
export type Before = (path: string, people: { person: ApiClient; agent: ApiClient }) => Promise<unknown>;

/** A colleague is working on the case while the picture is taken. */
export const hasColleague: Before = (path, { agent }) =>
  agent.call(API.locks.take, { params: { caseId: caseIn(path) }, body: { takeOver: true } });

/** Nothing is begun: another size wrote here before. */
export const isUnwritten: Before = async (path, { person }) => {
  const params = { caseId: caseIn(path) };
  await person.call(API.drafts.discard, { params, query: { kind: 'reply' } });
  await person.call(API.drafts.discard, { params, query: { kind: 'note' } });
};

/** A macro has left words with gaps on the sheet. */
export const hasGaps: Before = async (path, { person }) => {
  const params = { caseId: caseIn(path) };
  const { sequence } = await person.call(API.cases.get, { params });
  const gap = (name: string) => `<span data-gap="${name}"></span>`;
  const html = `<p>Dear ${gap('customer.title')} Weber,</p><p>we have written to ${gap('company.name')} today.</p>`;
  await person.call(API.drafts.save, { params, query: {}, body: { html, text: 'Dear Weber', sequence } });
};

/** The administrators have something to say, for so short a time that no later picture shows it. */
export const isTold: Before = (_, { person }) => {
  const until = new Date(Date.now() + 30_000).toISOString();
  const message =
    'The mail of Larkspur comes late today. Tell customers who wait for an answer; we say here when it is over.';
  return person.call(API.systemMessage.write, { body: { message, until } });
};

function caseIn(path: string): number {
  return Number(path.split('/').at(-1));
}

type Doing = (page: Page) => Promise<void>;

export function press(...keys: string[]): Doing {
  return async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
}

export function write(mode: string, text: string): Doing {
  return async (page) => {
    await page.keyboard.press(mode);
    await page.locator(':is(textarea, [contenteditable="true"]):focus').waitFor();
    await page.keyboard.type(text);
  };
}

/** By keys, which a phone has none of: there it is chosen beforehand, where list and case stand side by side. */
export const chooseThree: Doing = async (page) => {
  const size = page.viewportSize();
  const isPhone = size !== null && size.width < 720;
  if (isPhone) await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('.case-row').nth(3).waitFor();
  await press('j', 'x', 'j', 'x', 'j', 'x')(page);
  await page.getByText(/^3 (selected|ausgewählt)/).waitFor();
  if (isPhone) {
    await page.setViewportSize(size);
    await press('u')(page);
  }
};

export const editFilter: Doing = async (page) => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: /new filter|neuer filter/i }).click();
  await page.getByRole('alertdialog').waitFor();
};

export const openPicture: Doing = async (page) => {
  await page.locator('.feed-picture').first().click();
  await page.getByRole('dialog').waitFor();
};

/** Without a network until the console has noticed. */
export const beOffline: Doing = async (page) => {
  await page.context().setOffline(true);
  await page.locator('.offline-note').waitFor();
};
