import { deliveriesApi, draftsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Deliver } from '../../libs/server/channels/src/delivery/deliver.ts';
import {
  aCustomerWrites,
  anAgentReplies,
  deliveryOf,
  startDeskAndOutside,
  timePasses,
  type DeskAndOutside,
} from '../fixtures/outside.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

let world: DeskAndOutside;
beforeAll(async () => {
  world = await startDeskAndOutside({ BUREAU_UNDO_SECONDS: '10' });
});
afterAll(() => world.close());

async function aReply() {
  const { desk } = world;
  const { address, caseId } = await aCustomerWrites(desk);
  const message = await anAgentReplies(desk, caseId);
  await desk.drain();
  return { address, caseId, message, params: { deliveryId: message.delivery?.id ?? 0 } };
}

const wakeUp = { signal: new AbortController().signal };

describe('a reply that can still be taken back', () => {
  it('does not leave before its time, whoever wakes up for it', async () => {
    const { desk, outside } = world;
    const { address, caseId, message, params } = await aReply();
    await desk.running.get(Deliver).run(params, wakeUp);
    await timePasses(desk, 5 * SECOND);
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await outside.mailsFor(address)).toEqual([]);

    await timePasses(desk, 30 * SECOND);
    await outside.waitForMail(address);
  });

  it('never leaves when it is taken back; its words are the draft again', async () => {
    const { desk, outside } = world;
    const { address, caseId, message, params } = await aReply();
    await desk.as(desk.agent).call(deliveriesApi.undo, { params });

    await timePasses(desk, HOUR);
    await desk.running.get(Deliver).run(params, wakeUp);

    expect(await outside.mailsFor(address)).toEqual([]);
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'cancelled' });
    const { draft } = await desk.as(desk.agent).call(draftsApi.get, { params: { caseId } });
    expect(draft?.text).toBe('Turn it off and on again.');
  });

  it('cannot be taken back once it has left', async () => {
    const { desk, outside } = world;
    const { address, params } = await aReply();
    await timePasses(desk, 30 * SECOND);
    await outside.waitForMail(address);
    const refusal = await desk.as(desk.agent).refusal(deliveriesApi.undo, { params });
    expect(refusal).toEqual({ status: 409, code: 'delivery.under-way' });
  });

  it('is either sent or taken back, never both, when both happen at once', async () => {
    const { desk, outside } = world;
    for (let race = 0; race < 10; race++) {
      const { address, caseId, message, params } = await aReply();
      desk.clock.advance(11 * SECOND);
      const undone = desk
        .as(desk.agent)
        .call(deliveriesApi.undo, { params })
        .then(
          () => true,
          () => false,
        );
      await Promise.all([undone, ...[1, 2, 3].map(() => desk.running.get(Deliver).run(params, wakeUp))]);
      const { state } = await deliveryOf(desk, caseId, message.id);
      expect(state).toBe((await undone) ? 'cancelled' : 'sent');
      expect(await outside.mailsFor(address)).toHaveLength((await undone) ? 0 : 1);
    }
  });
});
