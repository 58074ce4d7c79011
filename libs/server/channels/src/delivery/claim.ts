import { Clock } from '@bureau/platform';
import type { DeliveryRepository } from './delivery.repository.ts';

/** A worker that shows no sign of life for so long is taken for dead, and the end of its message for unknown. */
export const CLAIM_MS = 30_000;
const RENEWED_EVERY_MS = 10_000;

/** Thrown instead of handing over a message that is no longer ours. */
export class ClaimLost extends Error {
  constructor() {
    super('Another worker decided about this delivery meanwhile; nothing was handed over.');
  }
}

/** Keeps a delivery ours while it is being handed over, and knows when it no longer is. */
export class Claim {
  private readonly timer: NodeJS.Timeout;
  private renewedAt = performance.now();

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
    private readonly claimed: { deliveryId: number; attempt: number },
  ) {
    this.timer = setInterval(() => void this.renew().catch(() => undefined), RENEWED_EVERY_MS);
  }

  /**
   * Right before the effect that must not happen twice. A worker that was frozen for a while asks the database; one that
   * renewed its claim just now needs not. Throws {@link ClaimLost}.
   */
  async confirm(): Promise<void> {
    if (performance.now() - this.renewedAt < CLAIM_MS / 2) return;
    if (!(await this.renew())) throw new ClaimLost();
  }

  release(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<boolean> {
    const { deliveryId, attempt } = this.claimed;
    const began = performance.now();
    const until = new Date(this.clock.now().getTime() + CLAIM_MS);
    const held = await this.deliveries.renew(deliveryId, { attempt, until });
    if (held) this.renewedAt = began;
    return held;
  }
}
