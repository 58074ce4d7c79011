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

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
    private readonly claimed: { deliveryId: number; attempt: number },
  ) {
    this.timer = setInterval(() => void this.renew().catch(() => undefined), RENEWED_EVERY_MS);
  }

  /**
   * Right before the effect that must not happen twice: notes durably that it may have happened, so that a worker that
   * dies before has certainly sent nothing. Throws {@link ClaimLost} when somebody else decided meanwhile, as after a freeze.
   */
  async confirm(): Promise<void> {
    const { deliveryId, attempt } = this.claimed;
    const at = this.clock.now();
    if (!(await this.deliveries.markEnding(deliveryId, { attempt, at, until: soon(at) }))) throw new ClaimLost();
  }

  release(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    const { deliveryId, attempt } = this.claimed;
    await this.deliveries.renew(deliveryId, { attempt, until: soon(this.clock.now()) });
  }
}

function soon(at: Date): Date {
  return new Date(at.getTime() + CLAIM_MS);
}
