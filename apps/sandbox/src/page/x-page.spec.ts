import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { faults, hasBrowser, openRoom, type RoomOptions } from '../testing/room.ts';
import { xClients } from '../testing/x.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

async function play(path: string, options: RoomOptions = {}) {
  const sandbox = await startWorld();
  return { sandbox, x: sandbox.x, ...(await openRoom(`${sandbox.url}/x#/${path}`, options)) };
}

describe.skipIf(!hasBrowser)('the room where one is on X', () => {
  it('posts at a brand, sees the desk answer without a reload, and answers, edits and deletes', async () => {
    const { sandbox, x, page, complaints } = await play('mayapaddles/timeline');
    await page.getByRole('button', { name: '@larkspurcoffee' }).click();
    await page.keyboard.type('where is my ordr?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('@larkspurcoffee where is my ordr?').last().waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'New words' }).fill('@larkspurcoffee where is my order?');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('edited').waitFor();

    const [question] = x.posts('mayapaddles');
    await xClients(sandbox).user('larkspurcoffee').reply('On its way.', question!.id);
    const answer = page.locator('.said', { hasText: 'On its way.' });
    await answer.getByText('by the desk').waitFor();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('Thanks!');
    await page.keyboard.press('Control+Enter');
    await page.getByText('@larkspurcoffee Thanks!').last().waitFor();
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.getByText('This post was deleted.').waitFor();

    expect(x.posts('mayapaddles')).toMatchObject([{ text: '@larkspurcoffee Thanks!' }]);
    expect(complaints).toEqual([]);
  });

  it('sends a direct message with a photo, and keeps what was not sent', async () => {
    const { x, page } = await play('mayapaddles/chat-larkspurcoffee');
    await page.getByRole('textbox', { name: 'Message to Larkspur Coffee' }).fill('Look');
    await page.getByLabel('Add a photo').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.bubble img').waitFor();
    expect(x.messages('mayapaddles', 'larkspurcoffee')).toMatchObject([
      { text: 'Look', mediaIds: [expect.any(String)] },
    ]);

    x.act({ kind: 'block', as: 'larkspurcoffee', to: 'mayapaddles' });
    await page.getByRole('textbox', { name: 'Message to Larkspur Coffee' }).fill('Hello?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Not sent; your words are still here.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message to Larkspur Coffee' }).inputValue()).toBe('Hello?');
  });

  it('pulls the levers of the service', async () => {
    const { x, page } = await play('service/levers');
    await page.getByLabel('Deliver').selectOption('twice');
    await expect.poll(() => page.getByText('Events arrive twice').count()).toBe(1);
    await page.getByRole('button', { name: 'Go down' }).click();
    await page.getByText('It is down').waitFor();
    await expect(fetch(x.url)).rejects.toThrow();
    await page.getByRole('button', { name: 'Come back' }).click();
    await page.getByText('It is up.').waitFor();
    await page.getByRole('button', { name: 'Limit now' }).click();
    await page.getByText('Nothing is left of that.').waitFor();

    await expect(
      xClients({ x } as never)
        .user('larkspurcoffee')
        .userMentionTimeline('1001'),
    ).rejects.toMatchObject({ code: 429 });
  });

  it('lets somebody new join', async () => {
    const { x, page } = await play('');
    await page.getByRole('button', { name: 'Add someone' }).click();
    await page.getByLabel('Name').fill('Ida Berg');
    await page.getByLabel('Handle').fill('mayapaddles');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('@mayapaddles is taken').waitFor();
    await page.getByLabel('Handle').fill('@ida_berg');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('textbox', { name: 'Post as Ida Berg' }).waitFor();

    expect(x.user('ida_berg')).toMatchObject({ name: 'Ida Berg', followers: 100 });
  });

  it.each([1280, 390])('is free of accessibility faults at %i pixels', async (width) => {
    const { x, page } = await play('mayapaddles/timeline', { width, bypassCSP: true });
    const post = x.act({
      kind: 'post',
      as: 'mayapaddles',
      text: '@larkspurcoffee hello',
      attachments: [{ base64: PNG.toString('base64') }],
    }).post!;
    x.act({ kind: 'quote', as: 'thebeanpost', of: post.id, text: 'Well' });
    x.act({ kind: 'message', as: 'mayapaddles', to: 'larkspurcoffee', text: 'Hi' });
    await page.locator('.words', { hasText: 'Well' }).waitFor();
    expect(await faults(page)).toEqual([]);
    for (const place of ['mayapaddles/chat-larkspurcoffee', 'service/levers', 'larkspurcoffee']) {
      await page.goto(`${new URL(page.url()).origin}/x#/${place}`);
      await page.locator('#live[data-on]').waitFor();
      expect(await faults(page)).toEqual([]);
    }
  });
});
