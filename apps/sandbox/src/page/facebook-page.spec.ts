import { describe, expect, it } from 'vitest';
import { LARKSPUR_PAGE, TIDELINE_PAGE } from '../facebook/defaults.ts';
import { graphOf } from '../facebook/testing/app.ts';
import { startWorld } from '../testing/desk.ts';
import { faults, hasBrowser, openRoom, type RoomOptions } from '../testing/room.ts';

async function play(options: RoomOptions = {}) {
  const sandbox = await startWorld();
  const room = await openRoom(`${sandbox.url}/facebook`, options);
  const { facebook } = sandbox;
  const user = facebook.authority.connect('noor');
  const graph = graphOf(facebook.url);
  const { body } = await graph.get('me/accounts', user);
  const tokenOf = (id: string): string => body.data.find((one: { id: string }) => one.id === id).access_token;
  return { sandbox, facebook, ...room, graph, tokenOf };
}

describe.skipIf(!hasBrowser)('the page where one is on Facebook', () => {
  it('posts with a photo, sees the desk answer without a reload, answers back, edits and deletes', async () => {
    const { facebook, page, complaints, graph, tokenOf } = await play();
    await page.getByRole('link', { name: 'Jörg Müßig' }).click();
    await page
      .locator('#mailbox')
      .getByRole('link', { name: /^Larkspur Coffee/ })
      .click();
    await page.getByLabel('Write on the page of Larkspur Coffee').fill('Kaputt');
    await page
      .getByLabel('Add a photo')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    await page.getByText('a.png').waitFor();
    await page.getByRole('button', { name: 'Post' }).click();
    const card = page.getByRole('article', { name: 'Post by Jörg Müßig' });
    await card.getByText('Kaputt').waitFor();

    const [post] = facebook.postsOn(LARKSPUR_PAGE);
    await graph.post(`${post!.id}/comments`, tokenOf(LARKSPUR_PAGE), { message: 'Wir sehen nach.' });
    await card.getByText('Wir sehen nach.').waitFor();
    await card.getByRole('button', { name: 'Comment' }).last().click();
    await page.keyboard.type('Danke!');
    await page.keyboard.press('Control+Enter');
    await card.getByText('Danke!').waitFor();
    await card.getByRole('button', { name: 'Edit' }).last().click();
    await page.keyboard.type(' Sehr.');
    await page.keyboard.press('Control+Enter');
    await card.getByText('Danke! Sehr.').waitFor();
    await card.getByRole('button', { name: 'Delete' }).last().click();
    await card.getByText('Danke! Sehr.').waitFor({ state: 'detached' });

    expect(post?.files).toMatchObject([{ type: 'image', fileName: 'a.png' }]);
    expect(complaints.filter((one) => !one.includes('image'))).toEqual([]);
  });

  it('keeps what is being typed while the desk answers', async () => {
    const { facebook, page, graph, tokenOf } = await play();
    const { id } = facebook.play.message({ as: 'maya', page: TIDELINE_PAGE, text: 'Hello?' });
    await page.goto(`${page.url()}#/maya/chat-${TIDELINE_PAGE}`);
    await page.getByLabel('Message', { exact: true }).pressSequentially('I was about to s');
    await graph.post(`${TIDELINE_PAGE}/messages`, tokenOf(TIDELINE_PAGE), {
      recipient: { id: facebook.psid(TIDELINE_PAGE, 'maya') },
      message: { text: 'Hello Maya' },
    });
    await page.getByText('by the desk').waitFor();
    await page.keyboard.type('ay something');

    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('I was about to say something');
    await page.getByRole('button', { name: 'Send a thumb' }).click();
    await page.getByAltText('Sticker').waitFor();
    expect(facebook.conversations({ person: 'maya' })[0]?.messages[0]?.id).toBe(id);
  });

  it('plays the page’s owner in Facebook’s own app', async () => {
    const { facebook, page } = await play();
    facebook.play.message({ as: 'tom', page: TIDELINE_PAGE, text: 'Anybody there?' });
    await page.goto(`${page.url()}#/page-${TIDELINE_PAGE}/wall-${TIDELINE_PAGE}`);
    await page.getByLabel('Publish as Tideline Gear').fill('Closed on Monday');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByRole('article', { name: 'Post by Tideline Gear' }).waitFor();
    await page.getByRole('link', { name: /Messenger with Tom Ashby/ }).click();
    await page.getByLabel('Message', { exact: true }).fill('On the phone now');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'On the phone now' })
      .getByRole('button', { name: 'Unsend' })
      .waitFor();

    expect(facebook.conversations({ person: 'tom' })[0]?.messages.at(-1)).toMatchObject({
      viaApp: false,
      author: { kind: 'page' },
    });
  });

  it('plays the service: tokens die, limits hold, events come twice', async () => {
    const { facebook, page, graph, tokenOf } = await play();
    const token = tokenOf(LARKSPUR_PAGE);
    await page.goto(`${page.url()}#/service/levers`);
    await page.getByLabel('Deliver').selectOption('twice');
    await expect.poll(() => facebook.deliveries.manner).toEqual({ kind: 'twice' });
    await page.getByRole('button', { name: 'Limit now' }).click();
    await expect.poll(async () => (await graph.get('me', token)).body.error?.code).toBe(32);
    await page.getByRole('button', { name: 'End it' }).click();
    await expect.poll(async () => (await graph.get('me', token)).status).toBe(200);
    await page.getByRole('button', { name: 'New password' }).click();

    await expect.poll(async () => (await graph.get('me', token)).body.error?.error_subcode).toBe(460);
  });

  it('lets somebody leave, somebody refuse, and somebody come', async () => {
    const { facebook, page } = await play();
    await page.goto(`${page.url()}#/service/levers`);
    await page.getByLabel('Account').selectOption('tom');
    await page.getByRole('button', { name: 'Take no messages' }).click();
    await page.getByRole('button', { name: 'Take messages again' }).waitFor();
    await page.getByLabel('Name of somebody new').fill('Ida Holm');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('link', { name: /Ida Holm/ }).waitFor();

    expect(facebook.look().people.find(({ id }) => id === 'tom')?.unavailable).toBe(true);
  });

  it('signs somebody in for the desk: who, which pages, which permissions', async () => {
    const { facebook, page, sandbox } = await play({ bypassCSP: true });
    const query = {
      client_id: facebook.app.id,
      redirect_uri: `http://127.0.0.1:${sandbox.webPort}/`,
      state: 's1',
      scope: 'pages_show_list,pages_messaging',
    };
    await page.goto(
      `${facebook.url}/v25.0/dialog/oauth?${new URLSearchParams(query).toString()}&auth_type=reauthenticate,rerequest`,
    );
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: /Ben Carrow/ }).click();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel(/password/).fill('anything');
    await page.getByLabel(/pages_messaging/).uncheck();
    await page.getByRole('button', { name: 'Continue as Ben Carrow' }).click();
    await page.waitForURL(/code=AQ/);

    expect(new URL(page.url()).searchParams.get('state')).toBe('s1');
    expect(facebook.look().people.find(({ id }) => id === 'ben')?.connected).toBe(true);
  });

  it('shows hostile names and posts as the text that they are', async () => {
    const { facebook, page, complaints } = await play();
    const evil = '<img src=x onerror="window.hacked=1">';
    facebook.authority.savePerson({ id: 'evil', name: evil });
    const post = facebook.play.post({ as: 'evil', page: LARKSPUR_PAGE, message: evil });
    facebook.play.comment({ as: 'evil', on: post.id, message: evil });
    await page.goto(`${page.url()}#/evil/wall-${LARKSPUR_PAGE}`);
    await page.getByRole('paragraph').filter({ hasText: evil }).first().waitFor();

    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it.each([
    [1280, 'light'],
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('is free of accessibility faults at %i pixels, %s', async (width, colorScheme) => {
    const { facebook, page } = await play({ width, colorScheme, bypassCSP: true });
    const post = facebook.play.post({ as: 'page', page: LARKSPUR_PAGE, message: 'New roast' });
    const first = facebook.play.comment({ as: 'ana', on: post.id, message: 'Lovely' });
    facebook.play.comment({ as: 'page', on: first.id, message: 'Thanks' });
    facebook.play.message({ as: 'ana', page: LARKSPUR_PAGE, text: 'Hi', sticker: '369239263222822' });
    const base = page.url();
    for (const place of [
      '',
      '#/ana',
      `#/ana/wall-${LARKSPUR_PAGE}`,
      `#/ana/chat-${LARKSPUR_PAGE}`,
      '#/service/levers',
    ]) {
      await page.goto(base + place);
      await page.locator('#people a').first().waitFor({ state: 'attached' });
      if (place.includes('wall')) await page.getByText('Thanks').waitFor();
      if (place.includes('levers')) await page.getByRole('heading', { name: 'Limits' }).waitFor();
      expect(await faults(page), place).toEqual([]);
    }
  });
});
