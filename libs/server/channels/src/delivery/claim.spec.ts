import { SystemClock } from '@bureau/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCustomerWrites, anAgentReplies } from '../../../../../test/fixtures/outside.ts';
import { ChangeDelivery } from './change-delivery.ts';
import { Claim, CLAIM_MS, ClaimLost } from './claim.ts';
import { DeliveryRepository } from './delivery.repository.ts';

let desk: TestDesk;
let deliveries: DeliveryRepository;
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_UNDO_SECONDS: '10' } });
  deliveries = desk.running.get(DeliveryRepository);
});
afterAll(() => closeDesk(desk));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  return () => void vi.useRealTimers();
});

/** A delivery that this worker has just claimed. */
async function aClaim() {
  vi.useRealTimers();
  const { caseId } = await aCustomerWrites(desk);
  const { delivery } = await anAgentReplies(desk, caseId);
  const at = new Date(Date.now() + 60_000);
  const claimed = await deliveries.claim(delivery?.id ?? 0, { at, until: new Date(at.getTime() + CLAIM_MS) });
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  if (!claimed) throw new Error('It could not be claimed.');
  return { claimed, claim: new Claim(deliveries, new SystemClock(), claimed) };
}

describe('a worker right before it ends a message', () => {
  it('goes on when it claimed the delivery just now', async () => {
    const { claim } = await aClaim();
    await expect(claim.confirm()).resolves.toBeUndefined();
    claim.release();
  });

  it('goes on after a freeze when nobody decided meanwhile', async () => {
    const { claim } = await aClaim();
    claim.release();
    vi.advanceTimersByTime(10 * CLAIM_MS);
    await expect(claim.confirm()).resolves.toBeUndefined();
  });

  it('stops after a freeze when it was taken for dead meanwhile (F29)', async () => {
    const { claim, claimed } = await aClaim();
    claim.release();
    vi.advanceTimersByTime(10 * CLAIM_MS);
    await desk.running.get(ChangeDelivery).run(claimed.deliveryId, { from: ['sending'], to: 'unknown' });
    await expect(claim.confirm()).rejects.toThrow(ClaimLost);
  });

  it('stops after a freeze when another worker has it by now', async () => {
    const { claim, claimed } = await aClaim();
    claim.release();
    vi.advanceTimersByTime(10 * CLAIM_MS);
    const at = new Date(Date.now() + 120_000);
    await desk.running
      .get(ChangeDelivery)
      .run(claimed.deliveryId, { from: ['sending'], to: 'pending', nextAttemptAt: at });
    await deliveries.claim(claimed.deliveryId, { at, until: new Date(at.getTime() + CLAIM_MS) });
    await expect(claim.confirm()).rejects.toThrow(ClaimLost);
  });
});
