import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCustomerWrites, anAgentReplies, deliveryOf, timePasses } from '../../../../../test/fixtures/outside.ts';
import { CLAIM_MS } from './claim.ts';
import { DeliveryRepository } from './delivery.repository.ts';

let desk: TestDesk;
let deliveries: DeliveryRepository;
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_UNDO_SECONDS: '10' } });
  deliveries = desk.running.get(DeliveryRepository);
});
afterAll(() => closeDesk(desk));

/** A worker claims a delivery, and is never heard of again. */
async function aDeadWorker({ ending, deaths = 1 }: { ending: boolean; deaths?: number }) {
  const { caseId } = await aCustomerWrites(desk);
  const { id, delivery } = await anAgentReplies(desk, caseId);
  const deliveryId = delivery?.id ?? 0;
  await desk.sql.run('UPDATE deliveries SET attempts = $2 WHERE id = $1', [deliveryId, deaths - 1]);
  const at = new Date(desk.clock.now().getTime() + 20_000);
  const until = new Date(at.getTime() + CLAIM_MS);
  const claimed = await deliveries.claim(deliveryId, { at, until });
  if (ending) await deliveries.markEnding(deliveryId, { attempt: claimed?.attempt ?? 0, at, until });
  return { caseId, messageId: id, deliveryId };
}

describe('a worker that died while it had a message', () => {
  it('leaves it to be sent by another when its end had not been about to leave', async () => {
    const { caseId, messageId } = await aDeadWorker({ ending: false });
    await timePasses(desk, 2 * CLAIM_MS);
    // Another worker tried at once; nobody listens on this desk's outbound server.
    expect(await deliveryOf(desk, caseId, messageId)).toMatchObject({ state: 'pending', attempts: 2 });
  });

  it('leaves it unknown when its end may have left', async () => {
    const { caseId, messageId } = await aDeadWorker({ ending: true });
    await timePasses(desk, 2 * CLAIM_MS);
    expect(await deliveryOf(desk, caseId, messageId)).toMatchObject({ state: 'unknown', attempts: 1 });
  });

  it('of the message itself makes it wait longer, as if it had been refused', async () => {
    const { caseId, messageId } = await aDeadWorker({ ending: false, deaths: 5 });
    await timePasses(desk, 2 * CLAIM_MS);
    const { state, attempts, nextAttemptAt } = await deliveryOf(desk, caseId, messageId);
    expect([state, attempts]).toEqual(['pending', 5]);
    expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(desk.clock.now().getTime() + 30_000);
  });

  it('cannot mark the end of a message that somebody else decided about', async () => {
    const { deliveryId } = await aDeadWorker({ ending: false });
    await timePasses(desk, 2 * CLAIM_MS);
    const at = desk.clock.now();
    expect(await deliveries.markEnding(deliveryId, { attempt: 1, at, until: at })).toBe(false);
  });
});
