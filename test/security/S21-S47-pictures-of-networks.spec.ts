import { createServer, type RequestListener } from 'node:http';
import { casesApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  aBatch,
  aMention,
  anAccount,
  APPS,
  casesOf,
  tell,
  type TestAccount,
} from '../../libs/server/channels/src/social/in/social-in.fixture.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Something on this machine; it knows whether anybody came. */
async function aServer(answer: RequestListener): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  return { origin: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`, asked };
}

/** A mention whose writer has a picture. */
function withAvatar(mention: ReturnType<typeof aMention>, url: string): object {
  const [writer] = mention.data.includes.users;
  const users = [{ ...writer, profile_image_url: url }];
  return { data: { ...mention.data, includes: { ...mention.data.includes, users } } };
}

async function messagesOf(desk: TestDesk, account: TestAccount): Promise<FeedMessage[]> {
  const messages: FeedMessage[] = [];
  for (const { id } of await casesOf(desk, account)) {
    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id }, query: { limit: 50 } });
    messages.push(...items.filter((item) => item.kind === 'message'));
  }
  return messages;
}

describe('S21, S47: addresses of pictures that strangers put into posts', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk({ env: APPS });
  });
  afterAll(() => closeDesk(desk));

  it.each(['x', 'facebook'] as const)('of %s lead nobody into the network of the desk', async (network) => {
    const { origin, asked } = await aServer((_, response) => response.end(PIXEL));
    const { port } = new URL(origin);
    const inside = [
      ...[`${origin}/a.gif`, `http://localhost:${port}/a.gif`, `http://[::1]:${port}/a.gif`],
      ...[`http://[::ffff:127.0.0.1]:${port}/a.gif`, `http://0.0.0.0:${port}/a.gif`, `http://2130706433:${port}/a.gif`],
      ...['http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1/'],
    ];
    const account = await anAccount(desk, network);
    if (network === 'x') {
      const post = withAvatar(aMention(desk, account, { media: inside }), `${origin}/avatar_normal.gif`);
      expect(await tell(desk, 'x', post)).toBe(200);
    } else {
      const attachments = inside.map((url) => ({ type: 'image', payload: { url } }));
      const message = { mid: 'm_1', text: 'Look', attachments };
      const told = { sender: { id: 'P' }, recipient: { id: account.externalId }, message };
      const photo = {
        item: 'photo',
        verb: 'add',
        post_id: '9_1',
        from: { id: 'Q', name: 'Q' },
        link: `${origin}/b.gif`,
      };
      expect(await tell(desk, 'facebook', aBatch(desk, account, { messaging: [told], changes: [photo] }))).toBe(200);
    }
    await desk.drain(30_000);

    expect(asked).toEqual([]);
    const messages = await messagesOf(desk, account);
    expect(messages).toHaveLength(network === 'x' ? 1 : 2);
    for (const { attachments, notices } of messages) {
      expect(attachments).toEqual([]);
      expect(notices.length).toBeGreaterThan(0);
    }
  });
});

describe('S21, S47: a network that sends the desk elsewhere', () => {
  it('is not followed to where nobody may go, and what is no picture becomes none', async () => {
    const secret = await aServer((_, response) => response.end(PIXEL));
    const graph = await aServer(({ url }, response) => {
      if (url?.startsWith('/moved')) return response.writeHead(302, { location: `${secret.origin}/moved.gif` }).end();
      if (url?.startsWith('/page')) return response.setHeader('content-type', 'image/gif').end('<script>x()</script>');
      return response.setHeader('content-type', 'image/gif').end(PIXEL);
    });
    const desk = await startTestDesk({ env: { ...APPS, GRAPH_BASE_URL: graph.origin } });
    onTestFinished(() => closeDesk(desk));
    const account = await anAccount(desk, 'x');
    const media = [`${graph.origin}/moved.gif`, `${graph.origin}/page.gif`, `${graph.origin}/good.gif`];
    for (const [writer, avatar] of [
      ['70', 'page'],
      ['71', 'moved'],
      ['72', 'good'],
    ] as const) {
      const given = writer === '70' ? { writer, media } : { writer };
      await tell(desk, 'x', withAvatar(aMention(desk, account, given), `${graph.origin}/${avatar}_normal.gif`));
    }
    await desk.drain(30_000);

    expect(secret.asked).toEqual([]);
    const messages = await messagesOf(desk, account);
    const files = messages.flatMap(({ attachments }) => attachments.map(({ contentType }) => contentType));
    expect(files.toSorted()).toEqual(['image/gif', 'image/gif']);
    const addresses = messages.flatMap(({ post }) => post?.author.avatarUrl ?? []);
    expect(addresses).toHaveLength(1);
    const picture = await desk.as(desk.agent).fetch(addresses[0]!);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect((await desk.anybody.fetch(addresses[0]!)).status).toBe(401);
  });
});
