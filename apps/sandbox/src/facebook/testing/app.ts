import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { listening } from '../../listening.ts';
import { newFolder } from '../../testing/desk.ts';
import { APP_ID, APP_SECRET, LARKSPUR_PAGE } from '../defaults.ts';
import { openFacebook } from '../facebook.ts';

/** A Facebook on a free port with a fresh world, stopped when the test ends. */
export async function startFacebook(dataDir = newFolder()) {
  const told: string[] = [];
  const provider = openFacebook({ dataDir, host: '127.0.0.1', tell: (words) => told.push(words) });
  await provider.listen(0);
  onTestFinished(() => provider.stop());
  const facebook = provider.handles();
  return { facebook, provider, told, dataDir, graph: graphOf(facebook.url) };
}

/** What came as JSON; a test says what it expects of it. */
export type Json = ReturnType<typeof JSON.parse>;

export type Params = Record<string, string | number | object | undefined>;
export type Answer = { status: number; body: Json; headers: Headers };

/** Raw calls as any client makes them, with proof; nothing of the sandbox's own code. */
export function graphOf(url: string) {
  const call = async (method: string, path: string, token?: string, params: Params = {}): Promise<Answer> => {
    const address = new URL(path.startsWith('http') ? path : `${url}/v25.0/${path}`);
    const body = new URLSearchParams();
    const into = method === 'POST' ? body : address.searchParams;
    for (const [name, value] of Object.entries(params)) {
      if (value !== undefined) into.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
    if (token && !address.searchParams.has('access_token')) address.searchParams.set('access_token', token);
    const used = address.searchParams.get('access_token');
    if (used && !address.searchParams.has('appsecret_proof'))
      address.searchParams.set('appsecret_proof', proofOf(used));
    const response = await fetch(address, { method, redirect: 'manual', ...(method === 'POST' && { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  return {
    get: (path: string, token?: string, params?: Params) => call('GET', path, token, params),
    post: (path: string, token?: string, params?: Params) => call('POST', path, token, params),
    delete: (path: string, token?: string, params?: Params) => call('DELETE', path, token, params),
  };
}

export function proofOf(token: string): string {
  return createHmac('sha256', APP_SECRET).update(token).digest('hex');
}

export const appToken = `${APP_ID}|${APP_SECRET}`;

/** A Facebook that somebody connected: the tokens, and a page that hears everything. */
export async function startConnected(page = LARKSPUR_PAGE) {
  const started = await startFacebook();
  const user = started.facebook.authority.connect('noor');
  const { body } = await started.graph.get('me/accounts', user, { limit: 10 });
  const token: string = body.data.find(({ id }: { id: string }) => id === page).access_token;
  return { ...started, user, page, token };
}

export type Heard = { raw: Buffer; signature: string; sha1: string; body: Json };

/** The app's webhook: answers the challenge and takes calls, refusing as many as told. */
export async function startHook(verifyToken = 'verify-me') {
  const heard: Heard[] = [];
  let refuse = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hook');
    if (request.method === 'GET') {
      const known = url.searchParams.get('hub.verify_token') === verifyToken;
      return response.writeHead(known ? 200 : 403).end(known ? url.searchParams.get('hub.challenge') : 'no');
    }
    void buffer(request).then((raw) => {
      if (refuse > 0) {
        refuse -= 1;
        return response.writeHead(500).end();
      }
      const signature = String(request.headers['x-hub-signature-256'] ?? '');
      heard.push({
        raw,
        signature,
        sha1: String(request.headers['x-hub-signature'] ?? ''),
        body: JSON.parse(raw.toString()),
      });
      return response.end('EVENT_RECEIVED');
    });
  });
  const port = await listening(server, { port: 0, host: '127.0.0.1', variable: 'the test' });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/hook`, heard, refuseNext: (times: number) => void (refuse = times) };
}

const EVERYTHING =
  'feed,mention,messages,message_echoes,message_edits,message_reactions,message_reads,messaging_postbacks,messaging_referrals,messaging_handovers,standby';

/** A connected page whose webhook is heard; `values()` are the changes and messagings as they came. */
export async function startListening() {
  const started = await startConnected();
  const hook = await startHook();
  const { graph, page, token, facebook } = started;
  const subscription = { callback_url: hook.url, verify_token: 'verify-me' };
  await graph.post(`${APP_ID}/subscriptions`, appToken, { ...subscription, object: 'page', fields: EVERYTHING });
  await graph.post(`${page}/subscribed_apps`, token, { subscribed_fields: EVERYTHING });
  const values = async () => {
    await facebook.deliveries.idle();
    return hook.heard.flatMap(({ body }) => body.entry).flatMap(entryValues);
  };
  /** What arrived, in the order in which it was sent: calls overtake each other on the way. */
  const inOrder = async (): Promise<Heard[]> => {
    await facebook.deliveries.idle();
    const bodies = facebook.deliveries.list().map(({ body }) => body);
    const placeOf = ({ raw }: Heard) => bodies.indexOf(raw.toString());
    return [...hook.heard].sort((one, other) => placeOf(one) - placeOf(other));
  };
  return { ...started, hook, values, inOrder };
}

export function entryValues(entry: Json): Json[] {
  return [
    ...(entry.changes ?? []).map(({ value }: { value: unknown }) => value),
    ...(entry.messaging ?? []),
    ...(entry.standby ?? []),
  ];
}
