import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { listening } from '../listening.ts';
import { newFolder } from '../testing/desk.ts';
import { Collection } from './collection.ts';
import { Deliveries } from './deliveries.ts';
import { endpoint } from './endpoint.ts';
import { Refused } from './call.ts';
import { Service } from './service.ts';

const Parrot = z.object({ id: z.string(), says: z.string() });

async function startParrots(dataDir = newFolder()) {
  const service = new Service({ name: 'parrots', dataDir, host: '127.0.0.1', variable: 'PARROT_PORT' });
  const parrots = new Collection({ dataDir: service.dataDir, name: 'parrots', schema: Parrot });
  for (const { id } of parrots.all()) service.ids.goOnAfter(id);
  await service.listen(0, {
    endpoints: [
      endpoint('POST', '/parrots', ({ raw }) => {
        if (raw.length === 0) throw new Refused({ status: 400, json: { error: 'It says nothing.' } });
        return { status: 201, json: parrots.put({ id: service.ids.next(), says: raw.toString() }) };
      }),
      endpoint('GET', '/parrots/:name', ({ param }) => ({ json: { name: param('name') } })),
    ],
    unknown: () => ({ status: 404, json: { error: 'No such bird.' } }),
  });
  onTestFinished(() => service.goDown());
  const say = (words: string) => fetch(`${service.url}/parrots`, { method: 'POST', body: words });
  return { service, parrots, say, dataDir };
}

describe('a service of the sandbox', () => {
  it('keeps its world, its clock and the order of its ids over a restart', async () => {
    const before = await startParrots();
    before.service.clock.change({ at: new Date('2026-03-01T12:00:00Z'), stopped: true });
    await before.say('hello');
    await before.say('again');
    await before.service.goDown();

    const after = await startParrots(before.dataDir);
    const response = await after.say('third');

    expect(response.headers.get('date')).toBe('Sun, 01 Mar 2026 12:00:00 GMT');
    expect(after.parrots.all().map(({ says }) => says)).toEqual(['hello', 'again', 'third']);
    const ids = after.parrots.all().map(({ id }) => BigInt(id));
    expect(ids[1]! > ids[0]! && ids[2]! > ids[1]!).toBe(true);
  });

  it('says no in the words of the provider, also for a path with a stray percent sign', async () => {
    const { service, say } = await startParrots();

    expect(await (await say('')).json()).toEqual({ error: 'It says nothing.' });
    expect(await (await fetch(`${service.url}/parrots/%E0%A4`)).json()).toEqual({ name: '%E0%A4' });
    expect((await fetch(`${service.url}/cats`)).status).toBe(404);
  });

  it('goes wrong as it was told, as often as it was told', async () => {
    const { service, parrots, say } = await startParrots();
    service.faults.add({ path: '/parrots', effect: { kind: 'malformed' }, times: 1 });
    service.faults.add({ path: '/parrots', effect: { kind: 'lose-answer' }, times: 1 });
    service.faults.add({ path: '/parrots', effect: { kind: 'drop' }, times: 1 });
    service.faults.add({ path: '/parrots', effect: { kind: 'html' }, times: 1 });
    service.faults.add({ path: '/parrots', effect: { kind: 'answer', status: 429, body: { slow: 'down' } }, times: 1 });

    expect(await (await say('429')).json()).toEqual({ slow: 'down' });
    expect(await (await say('html')).text()).toContain('<html>');
    await expect(say('dropped')).rejects.toThrow();
    await expect(say('answer lost')).rejects.toThrow();
    await expect((await say('half')).json()).rejects.toThrow();
    expect((await say('well')).status).toBe(201);
    expect(parrots.all().map(({ says }) => says)).toEqual(['answer lost', 'half', 'well']);
    expect(service.requests.of('POST', '/parrots').map(({ status, fault }) => fault ?? status)).toEqual([
      'answer',
      'html',
      'drop',
      'lose-answer',
      'malformed',
      201,
    ]);
  });

  it('spares as many requests as it was told before it goes wrong', async () => {
    const { service, say } = await startParrots();
    service.faults.add({ method: 'POST', after: 1, times: 1, effect: { kind: 'answer', status: 500 } });

    expect([(await say('a')).status, (await say('b')).status, (await say('c')).status]).toEqual([201, 500, 201]);
  });

  it('goes down altogether, and comes back on the same port with the same world', async () => {
    const { service, parrots, say } = await startParrots();
    await say('before');
    await service.goDown();
    await expect(say('while down')).rejects.toThrow();
    await service.comeBack();

    expect((await say('after')).status).toBe(201);
    expect(parrots.all()).toHaveLength(2);
  });
});

describe('deliveries to webhooks', () => {
  async function aReceiver(status = 200) {
    const got: string[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        got.push(body);
        response.writeHead(got.length === 1 ? status : 200).end();
      });
    });
    const port = await listening(server, { port: 0, host: '127.0.0.1', variable: 'the test' });
    onTestFinished(() => void server.close());
    const { service } = await startParrots();
    const deliveries = new Deliveries({ clock: service.clock, patienceMs: 1000, retryAfterMs: [1] });
    onTestFinished(() => deliveries.stop());
    const post = (body: string) => deliveries.post({ url: `http://127.0.0.1:${port}/`, headers: {}, body });
    return { got, deliveries, post };
  }

  it('arrive once, twice, in the opposite order, held back, or never', async () => {
    const { got, deliveries, post } = await aReceiver();
    const say = async (...words: string[]) => {
      got.length = 0;
      for (const word of words) post(word);
      await deliveries.idle();
      return [...got];
    };

    expect(await say('a')).toEqual(['a']);
    deliveries.setManner({ kind: 'twice' });
    expect(await say('b')).toEqual(['b', 'b']);
    deliveries.setManner({ kind: 'out-of-order', windowMs: 10 });
    expect(await say('c', 'd', 'e')).toEqual(['e', 'd', 'c']);
    deliveries.setManner({ kind: 'lost' });
    expect(await say('f')).toEqual([]);
    deliveries.setManner({ kind: 'held' });
    expect(await say('g')).toEqual([]);
    deliveries.setManner({ kind: 'promptly' });
    expect(await say()).toEqual(['g']);
  });

  it('are tried again after a failure, and repeated byte for byte on request', async () => {
    const { got, deliveries, post } = await aReceiver(500);
    post('try');
    await deliveries.idle();
    deliveries.repeat(1);
    await deliveries.idle();

    expect(got).toEqual(['try', 'try', 'try']);
    expect(deliveries.list()[0]?.attempts.map(({ status }) => status)).toEqual([500, 200, 200]);
  });
});
