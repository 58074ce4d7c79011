import { attachmentsApi, casesApi, draftsApi } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { createClient } from './create-client.ts';
import { ApiProblem, isProblem, Offline } from './problems.ts';
import { answering, json, problem } from './testing/answering.ts';

describe('the client', () => {
  it('fills parameters and query into the address', async () => {
    const desk = answering(() => json({ items: [], next: null }));
    await createClient({ baseUrl: '', fetch: desk.fetch }).call(casesApi.feed, {
      params: { caseId: 7 },
      query: { after: 3, cursor: undefined },
    });
    expect(desk.sent[0]).toMatchObject({ method: 'GET', url: '/api/v3/cases/7/feed?after=3', body: '' });
  });

  it('sends the body as JSON with the idempotency key', async () => {
    const desk = answering(() => json({}, 201));
    const client = createClient({ baseUrl: 'https://desk.example', fetch: desk.fetch });
    await client.call(
      casesApi.reply,
      { params: { caseId: 7 }, body: { text: 'Hi', sequence: 2 } },
      { idempotencyKey: 'k1' },
    );
    expect(desk.sent[0]?.url).toBe('https://desk.example/api/v3/cases/7/replies');
    expect(desk.sent[0]?.headers.get('idempotency-key')).toBe('k1');
    expect(JSON.parse(desk.sent[0]?.body ?? '')).toEqual({ text: 'Hi', sequence: 2 });
  });

  it('answers null where the desk has nothing to say', async () => {
    const desk = answering(() => new Response(null, { status: 204 }));
    const answer = await createClient({ baseUrl: '', fetch: desk.fetch }).call(draftsApi.discard, {
      params: { caseId: 7 },
    });
    expect(answer).toBeNull();
  });

  it('throws the problem of the desk with its code and fields', async () => {
    const errors = [{ path: 'body.text', message: 'Write the reply.' }];
    const desk = answering(() => problem(422, 'request.invalid', { errors }));
    const failure = await createClient({ baseUrl: '', fetch: desk.fetch })
      .call(casesApi.get, { params: { caseId: 7 } })
      .catch((error: unknown) => error);
    expect(isProblem(failure, 'request.invalid')).toBe(true);
    expect(failure).toMatchObject({ status: 422, errors });
  });

  it('waits for the answer to a double click, with the same key', async () => {
    const waited: number[] = [];
    const desk = answering(() => (desk.sent.length < 4 ? problem(409, 'request.in-progress') : json({ id: 5 }, 201)));
    const client = createClient({ baseUrl: '', fetch: desk.fetch, pause: async (ms) => void waited.push(ms) });
    const input = { params: { caseId: 7 }, body: { text: 'Hi', sequence: 2 } };
    const answer = await client.call(casesApi.reply, input, { idempotencyKey: 'k1' });
    expect(answer).toMatchObject({ id: 5 });
    expect(waited).toEqual([100, 200, 400]);
    expect(new Set(desk.sent.map(({ headers }) => headers.get('idempotency-key')))).toEqual(new Set(['k1']));
  });

  it('gives up waiting after a few seconds, and waits for nothing else', async () => {
    const busy = answering(() => problem(409, 'request.in-progress'));
    const moved = answering(() => problem(409, 'case.moved-on'));
    const call = ({ fetch }: typeof busy) =>
      createClient({ baseUrl: '', fetch, pause: async () => undefined })
        .call(casesApi.reply, { params: { caseId: 7 }, body: { text: 'Hi', sequence: 2 } }, { idempotencyKey: 'k1' })
        .catch((error: unknown) => error);
    expect(isProblem(await call(busy), 'request.in-progress')).toBe(true);
    expect(isProblem(await call(moved), 'case.moved-on')).toBe(true);
    expect([busy.sent.length, moved.sent.length]).toEqual([6, 1]);
  });

  it('makes a problem of a proxy page that is none', async () => {
    const desk = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const call = createClient({ baseUrl: '', fetch: desk.fetch }).call(casesApi.get, { params: { caseId: 7 } });
    await expect(call).rejects.toMatchObject({ code: 'desk.unavailable', status: 502 });
    await expect(call).rejects.toBeInstanceOf(ApiProblem);
  });

  it('says that it is offline when the desk cannot be reached', async () => {
    const desk = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    const call = createClient({ baseUrl: '', fetch: desk.fetch }).call(casesApi.get, { params: { caseId: 7 } });
    await expect(call).rejects.toBeInstanceOf(Offline);
  });

  it('lets an abort be an abort', async () => {
    const desk = answering(() => Promise.reject(new DOMException('Stopped.', 'AbortError')));
    const call = createClient({ baseUrl: '', fetch: desk.fetch }).call(casesApi.get, { params: { caseId: 7 } });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('uploads a file as it is and tells the progress', async () => {
    const shares: number[] = [];
    const client = createClient({
      baseUrl: '',
      sendBytes: async ({ url, onProgress }) => {
        onProgress?.(0.5);
        return { status: 201, body: JSON.stringify({ id: 1, fileName: url }) };
      },
    });
    const upload = await client.upload(
      attachmentsApi.upload,
      { query: { fileName: 'münze.pdf' } },
      { file: new Blob(['x']), onProgress: (share) => shares.push(share) },
    );
    expect(upload.fileName).toBe('/api/v3/uploads?fileName=m%C3%BCnze.pdf');
    expect(shares).toEqual([0.5]);
  });
});
