import { casesApi, followersApi, lockApi, notesApi, relatedApi, trashApi, type Route } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from './case.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

describe('a closed case', () => {
  const writes: [string, Route, object?, object?][] = [
    ['is not changed', casesApi.update, { priority: 9 }],
    ['is not opened again', casesApi.update, { status: 'open' }],
    ['is no spam', casesApi.update, { spam: true }],
    ['does not sleep', casesApi.update, { snooze: { until: null } }],
    ['gets no answer', casesApi.reply, { text: 'Hm.', sequence: 2 }],
    ['gets no note', notesApi.add, { text: 'Hm.' }],
    ['is not taken', lockApi.take, {}],
    ['gets no followers', followersApi.add, undefined, { userId: 1 }],
    ['is not tied', relatedApi.link, { url: 'https://issues.example/1' }],
    ['is not put into the trash', trashApi.delete],
  ];

  it.each(writes)('%s', async (_, route, body, params) => {
    const closed = await aCase(desk, { status: 'closed' });
    const input = { params: { caseId: closed.id, ...params }, body };

    const response = await desk.as(desk.administrator).send(route, input);

    expect({ status: response.status, ...(await response.json()) }).toMatchObject({ status: 409, code: 'case.closed' });
    expect(await readCase(desk, closed.id)).toEqual(closed);
  });
});
