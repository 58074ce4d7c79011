import { casesApi, lockApi, LOCK_MINUTES, notesApi, sessionApi, trashApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type RefusedCall } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, atConsole, readCase, somebody } from '../case/case.factory.ts';

let desk: TestDesk;
let mia: ApiClient;
let omar: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  mia = await atConsole(desk, desk.agent);
  omar = await atConsole(desk, await desk.aUser({ name: 'Omar Haddad' }));
});
afterAll(() => closeDesk(desk));

const take = (caseId: number, who = mia, takeOver = false) =>
  who.call(lockApi.take, { params: { caseId }, body: { takeOver } });

describe('taking a case', () => {
  it('opens a new one and tells when it was opened', async () => {
    const { id, sequence } = await aCase(desk);

    const taken = await take(id);

    expect(taken).toMatchObject({ status: 'open', sequence: sequence + 1, lock: { user: { name: 'Mia Larsen' } } });
    const supportCase = await readCase(desk, id);
    expect(supportCase).toMatchObject({ status: 'open', routeStatus: 'active', lock: { user: { id: desk.agent.id } } });
    expect(supportCase.firstOpenedAt).not.toBeNull();
    expect(supportCase.workedAt).not.toBeNull();
  });

  it('again only moves the time, without history and without making others’ versions old', async () => {
    const { id } = await aCase(desk, { status: 'open' });
    const etag = (await mia.send(casesApi.get, { params: { caseId: id } })).headers.get('etag')!;
    const first = await take(id);
    desk.clock.advance(60_000);
    const second = await take(id);

    expect(second.sequence).toBe(first.sequence);
    expect(Date.parse(second.lock.until) - Date.parse(first.lock.until)).toBeGreaterThanOrEqual(60_000);
    const body = { priority: 9 };
    expect(await mia.call(casesApi.update, { params: { caseId: id }, body }, { 'if-match': etag })).toMatchObject(body);
  });

  it('goes to one of two who reach for it at once', async () => {
    const { id } = await aCase(desk);
    const both = await Promise.allSettled([take(id, mia), take(id, omar)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused of a case that is closed, or out of sight', async () => {
    const { id } = await aCase(desk, { status: 'closed' });
    const call = { params: { caseId: id }, body: {} };
    expect(await mia.refusal(lockApi.take, call)).toEqual({ status: 409, code: 'case.closed' });

    const own = await atConsole(desk, await somebody(desk, { scope: 'assigned' }));
    expect(await own.refusal(lockApi.take, call)).toEqual({ status: 404, code: 'case.not-found' });
  });
});

describe('while a colleague has the case', () => {
  it('the console leaves it alone, and says who has it until when', async () => {
    const { id, sequence } = await aCase(desk, { status: 'open' });
    const { lock } = await take(id);
    const params = { caseId: id };

    const refused = await omar
      .call(casesApi.update, { params, body: { priority: 9 } })
      .catch((error: RefusedCall) => error);

    expect(refused).toMatchObject({ status: 409, problem: { code: 'case.locked', lock } });
    const locked = { status: 409, code: 'case.locked' };
    expect(await omar.refusal(casesApi.reply, { params, body: { text: 'Hm.', sequence } })).toEqual(locked);
    expect(await omar.refusal(lockApi.take, { params, body: {} })).toEqual(locked);
    const administrator = await atConsole(desk, desk.administrator);
    expect(await administrator.refusal(trashApi.delete, { params })).toEqual(locked);
  });

  it('others still write notes: nobody gets into the way of a note', async () => {
    const { id } = await aCase(desk, { status: 'open' });
    await take(id);

    const note = await omar.call(notesApi.add, { params: { caseId: id }, body: { text: 'Ask her for a photo.' } });

    expect(note).toMatchObject({ text: 'Ask her for a photo.', author: { name: 'Omar Haddad' } });
    expect((await readCase(desk, id)).lock).toMatchObject({ user: { id: desk.agent.id } });
  });

  it('programs are heard, unless they saw another version', async () => {
    const { id } = await aCase(desk);
    const program = desk.as(await desk.aUser({ name: 'Sync' }));
    const etag = (await program.send(casesApi.get, { params: { caseId: id } })).headers.get('etag')!;
    await take(id);

    const call = { params: { caseId: id }, body: { priority: 9 } };
    expect(await program.refusal(casesApi.update, call, { 'if-match': etag })).toMatchObject({ status: 412 });
    expect(await program.call(casesApi.update, call)).toMatchObject({ priority: 9 });
  });

  it('an administrator takes it over, and the history says from whom', async () => {
    const { id } = await aCase(desk, { status: 'open' });
    await take(id);
    const administrator = await atConsole(desk, desk.administrator);

    const over = { params: { caseId: id }, body: { takeOver: true } };
    expect(await omar.refusal(lockApi.take, over)).toEqual({ status: 403, code: 'permission.denied' });
    expect(await take(id, administrator, true)).toMatchObject({ lock: { user: { name: 'Ada Osei' } } });

    const { items } = await mia.call(casesApi.feed, { params: { caseId: id } });
    expect(items.at(-1)).toMatchObject({
      event: 'case.taken-over',
      changes: [{ field: 'lockedBy', from: desk.agent.id, to: desk.administrator.id }],
    });
  });
});

describe('a case is free again', () => {
  it('when I let go of it, not when a colleague does', async () => {
    const { id } = await aCase(desk, { status: 'open' });
    await take(id);
    await omar.call(lockApi.free, { params: { caseId: id } });
    expect((await readCase(desk, id)).lock).not.toBeNull();

    await mia.call(lockApi.free, { params: { caseId: id } });
    expect(await readCase(desk, id)).toMatchObject({ lock: null, routeStatus: 'available' });
    await take(id, omar);
  });

  it('when I have not said a word for ten minutes', async () => {
    const { id } = await aCase(desk, { status: 'open' });
    await take(id);
    desk.clock.advance(LOCK_MINUTES * 60_000);
    expect(await take(id, omar)).toMatchObject({ lock: { user: { name: 'Omar Haddad' } } });
  });

  it('when I sign out of my last session', async () => {
    const person = await desk.aUser({ name: 'Short Visit' });
    const [desktop, telephone] = [await atConsole(desk, person), await atConsole(desk, person)];
    const { id } = await aCase(desk, { status: 'open' });
    await take(id, desktop);

    await telephone.call(sessionApi.signOut, {});
    await desk.drain();
    expect((await readCase(desk, id)).lock).not.toBeNull();

    await desktop.call(sessionApi.signOut, {});
    await desk.drain();
    expect((await readCase(desk, id)).lock).toBeNull();
  });
});
