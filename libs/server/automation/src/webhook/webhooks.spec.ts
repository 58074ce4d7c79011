import { createHmac } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { linksApi, macrosApi, rulesApi, systemLogApi, webhooksApi, type WebhookCall } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase } from '@bureau/cases/testing';
import { apply, RULE } from '../action/actions.fixture.ts';
import { PreviewActions } from '../action/preview-actions.ts';
import { CALL_ATTEMPTS } from './call-schedule.ts';
import { MakeCalls } from './make-calls.ts';

const SECRET = 'a secret of both sides';
const DAY = 24 * 3_600_000;

interface Received {
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

const received: Received[] = [];
let answer: RequestListener = (_, response) => response.end('thank you');
const program = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
    answer(request, response);
  });
});

let desk: TestDesk;
let origin: string;
beforeAll(async () => {
  await new Promise<void>((listening) => program.listen(0, '127.0.0.1', listening));
  const address = program.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  desk = await startTestDesk({ env: { BUREAU_OUTBOUND_ORIGINS: origin } });
});
afterAll(async () => {
  program.close();
  program.closeAllConnections();
  await closeDesk(desk);
});
beforeEach(() => {
  received.length = 0;
  answer = (_, response) => response.end('thank you');
});

const api = () => desk.as(desk.administrator);
const aWebhook = async (url = `${origin}/desk`) =>
  (await api().call(webhooksApi.create, { body: { name: crypto.randomUUID(), url, secret: SECRET } })).id;

/** A rule calls it about a new case. */
async function aCall(webhookId: number): Promise<number> {
  const { id } = await aCase(desk);
  await apply(desk, RULE, { caseId: id, actions: [{ type: 'call-webhook', webhookId }] });
  await desk.drain();
  return id;
}

const callsOf = async (webhookId: number): Promise<WebhookCall[]> =>
  (await api().call(webhooksApi.calls, { params: { webhookId }, query: {} })).items;

async function later(ms = DAY): Promise<void> {
  desk.clock.advance(ms);
  await desk.running.get(MakeCalls).wakeDue();
  await desk.drain();
}

describe('a webhook', () => {
  it('is told of a case once the write is done, signed so that the other side can prove it', async () => {
    const webhookId = await aWebhook();
    const caseId = await aCall(webhookId);

    expect(received).toHaveLength(1);
    const { body, headers } = received[0]!;
    expect(JSON.parse(body)).toMatchObject({
      id: headers['bureau-delivery'],
      event: 'rule.applied',
      by: { kind: 'rule', name: 'Urgent first' },
      case: { id: caseId, subject: 'The grinder is stuck', customer: { name: 'Ana Ferreira' } },
    });
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['bureau-signature']))!;
    expect(mac).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'));
    expect(await callsOf(webhookId)).toMatchObject([
      { state: 'delivered', attempts: 1, status: 200, response: 'thank you', error: null, caseId },
    ]);
  });

  it('is tried again after an error, with the same key and content', async () => {
    const webhookId = await aWebhook();
    answer = (_, response) => response.writeHead(500).end('not now');
    await aCall(webhookId);
    expect(await callsOf(webhookId)).toMatchObject([
      { state: 'waiting', attempts: 1, status: 500, response: 'not now', error: 'It answered with 500.' },
    ]);

    answer = (_, response) => response.end('ok');
    await later();
    expect(received[1]!.body).toBe(received[0]!.body);
    expect(received[1]!.headers['bureau-delivery']).toBe(received[0]!.headers['bureau-delivery']);
    expect(await callsOf(webhookId)).toMatchObject([{ state: 'delivered', attempts: 2, status: 200, error: null }]);
  });

  it('is given up after so many attempts, which an administrator is told, and can be tried again', async () => {
    const webhookId = await aWebhook();
    answer = (_, response) => response.writeHead(503).end();
    await aCall(webhookId);
    for (let attempt = 1; attempt < CALL_ATTEMPTS; attempt++) await later();
    const [call] = await callsOf(webhookId);
    expect(call).toMatchObject({ state: 'failed', attempts: CALL_ATTEMPTS, nextAttemptAt: null });
    const log = await api().call(systemLogApi.list, { query: {} });
    expect(log.items[0]!.message).toContain('did not take a call in 10 attempts');

    answer = (_, response) => response.end();
    const params = { webhookId, callId: call!.id };
    expect(await api().call(webhooksApi.retry, { params })).toMatchObject({ state: 'waiting' });
    await desk.drain();
    expect(await callsOf(webhookId)).toMatchObject([{ state: 'delivered', attempts: CALL_ATTEMPTS + 1 }]);
  });

  it('that does not lead to the public internet is never asked', async () => {
    const webhookId = await aWebhook('http://127.0.0.1:9/private');
    await aCall(webhookId);
    expect(await callsOf(webhookId)).toMatchObject([
      { state: 'waiting', status: null, error: expect.stringContaining('not a public address') },
    ]);
  });

  it('is not followed to where it redirects', async () => {
    const webhookId = await aWebhook();
    answer = (_, response) => response.writeHead(307, { location: 'http://169.254.169.254/latest' }).end();
    await aCall(webhookId);
    expect(received).toHaveLength(1);
    expect(await callsOf(webhookId)).toMatchObject([{ state: 'waiting', status: 307, error: 'It answered with 307.' }]);
  });

  it('is not called by a preview', async () => {
    const webhookId = await aWebhook();
    const { id } = await aCase(desk);
    const effects = await desk.running
      .get(PreviewActions)
      .run(RULE, id, [{ type: 'call-webhook', webhookId }], { by: 'rule' });
    await desk.drain();
    expect(effects).toMatchObject([{ outcome: 'done' }]);
    expect(received).toHaveLength(0);
    expect(await callsOf(webhookId)).toEqual([]);
  });

  it('that changes the case whenever it is called comes to rest, and an administrator is told', async () => {
    const webhookId = await aWebhook();
    const { id } = await aCase(desk);
    const actions = Array.from({ length: 20 }, () => ({ type: 'call-webhook' as const, webhookId }));
    for (let round = 0; round < 3; round++) await apply(desk, RULE, { caseId: id, actions });
    expect(await apply(desk, RULE, { caseId: id, actions: [{ type: 'call-webhook', webhookId }] })).toMatchObject([
      { outcome: 'refused', reason: 'It was called 60 times about this case within the hour already.' },
    ]);
    const log = await api().call(systemLogApi.list, { query: {} });
    expect(log.items[0]!.message).toContain(`60 times about case ${id}`);
    await desk.drain();
  });

  it('can be tried, switched off and deleted', async () => {
    const webhookId = await aWebhook();
    await api().call(webhooksApi.test, { params: { webhookId } });
    await desk.drain();
    expect(JSON.parse(received[0]!.body)).toMatchObject({ event: 'webhook.tested', case: null });

    await api().call(webhooksApi.update, { params: { webhookId }, body: { enabled: false } });
    expect(await api().refusal(webhooksApi.test, { params: { webhookId } })).toMatchObject({ code: 'webhook.off' });
    const { id } = await aCase(desk);
    expect(await apply(desk, RULE, { caseId: id, actions: [{ type: 'call-webhook', webhookId }] })).toMatchObject([
      { outcome: 'refused', reason: 'There is no such webhook, or it is switched off.' },
    ]);
    await api().call(webhooksApi.delete, { params: { webhookId } });
    expect(await api().refusal(webhooksApi.get, { params: { webhookId } })).toMatchObject({ status: 404 });
  });
});

describe('before a webhook is deleted', () => {
  it('one learns which rules and macros call it', async () => {
    const webhookId = await aWebhook();
    const actions = [{ type: 'call-webhook' as const, webhookId }];
    await api().call(rulesApi.create, { body: { name: 'Tell the stock', type: 'case-created', actions } });
    await api().call(macrosApi.create, { body: { name: 'Ask the stock', actions } });
    const { items } = await api().call(linksApi.read, { params: { noun: 'webhook', objectId: webhookId } });
    expect(items.filter(({ count }) => count > 0)).toMatchObject([
      { noun: 'macro', examples: [{ name: 'Ask the stock' }] },
      { noun: 'rule', examples: [{ name: 'Tell the stock' }] },
    ]);
  });
});

describe('the secret of a webhook', () => {
  it('is never read again, and lies sealed', async () => {
    const webhookId = await aWebhook();
    expect(JSON.stringify(await api().call(webhooksApi.get, { params: { webhookId } }))).not.toContain(SECRET);
    const row = await desk.sql.row<{ text: string }>('SELECT secret_sealed AS text FROM webhooks WHERE id = $1', [
      webhookId,
    ]);
    expect(row!.text).not.toContain(SECRET);
  });

  it.each([
    [{ name: 'x', url: 'ftp://stock.example', secret: SECRET }, 'url'],
    [{ name: 'x', url: 'https://user:word@stock.example', secret: SECRET }, 'url'],
    [{ name: 'x', url: 'https://stock.example', secret: 'short' }, 'secret'],
    [{ name: ' ', url: 'https://stock.example', secret: SECRET }, 'name'],
  ])('and its address are looked at: %j', async (body, field) => {
    const response = await api().send(webhooksApi.create, { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: field }] });
  });

  it('is for those who manage rules', async () => {
    expect(await desk.as(desk.agent).refusal(webhooksApi.list, {})).toMatchObject({ status: 403 });
  });

  it('is named, without its address, to whoever manages macros and may write it into one', async () => {
    const [id, resting] = [await aWebhook(), await aWebhook()];
    await api().call(webhooksApi.update, { params: { webhookId: id }, body: { name: 'Parcels' } });
    await api().call(webhooksApi.update, { params: { webhookId: resting }, body: { name: 'Resting', enabled: false } });
    const author = await desk.aUser();
    await desk.sql.run(
      `WITH role AS (INSERT INTO roles (name, permissions) VALUES ('Author', '{cases:view,cases:update,macros:manage}') RETURNING id)
       UPDATE users SET role_id = role.id FROM role WHERE users.id = $1`,
      [author.id],
    );
    const body = { name: 'Tells', actions: [{ type: 'call-webhook' as const, webhookId: id }] };

    const { items } = await desk.as(author).call(webhooksApi.names, {});
    expect(items).toContainEqual({ id, name: 'Parcels' });
    expect(items.map(({ name }) => name)).not.toContain('Resting');
    expect(await desk.as(author).call(macrosApi.create, { body })).toMatchObject({
      sentences: ['Call webhook Parcels'],
    });

    expect(await desk.as(desk.agent).refusal(webhooksApi.names, {})).toMatchObject({ status: 403 });
    const refused = await desk.as(desk.agent).send(macrosApi.create, { body });
    expect(await refused.json()).toMatchObject({
      errors: [{ path: 'actions.0.type', message: expect.stringMatching(/^Webhooks are called/) }],
    });
  });
});
