import { Injectable } from '@nestjs/common';
import { Clock, SystemLog, Transactional } from '@bureau/platform';
import { ChangeDelivery, type DeliveryChange } from './change-delivery.ts';
import { nextAttemptAt } from './delivery-schedule.ts';
import type { ClaimedDelivery } from './delivery.repository.ts';
import { judgeHandOver, type HandOver } from './judge-hand-over.ts';
import { ScheduleDelivery } from './schedule-delivery.ts';

/** What the desk stopped itself need not wait for a receiver to recover. */
const OWN_TROUBLE_PAUSE_MS = 5_000;

type Attempted = Pick<ClaimedDelivery, 'deliveryId' | 'caseId' | 'attempt' | 'dueSince' | 'recipients'>;

/** Writes down what came of an attempt, in the receiver's words, and sees to the next one where there is to be one. */
@Injectable()
export class RecordHandOver {
  constructor(
    private readonly changeDelivery: ChangeDelivery,
    private readonly schedule: ScheduleDelivery,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  async run(delivery: Attempted, handOver: HandOver): Promise<void> {
    const change = this.changeFor(handOver, delivery);
    await this.record(delivery, handOver, change);
    if (change.to === 'pending') await this.schedule.run(delivery.deliveryId);
  }

  /** `unknown` too: a worker that was taken for dead may come back and know the answer after all. */
  @Transactional()
  private async record(delivery: Attempted, handOver: HandOver, change: DeliveryChange): Promise<void> {
    if (!(await this.changeDelivery.run(delivery.deliveryId, change))) return;
    const message = warningOf(handOver, change);
    if (message === null) return;
    const { deliveryId, caseId, attempt } = delivery;
    await this.systemLog.write({
      level: change.to === 'sent' ? 'warning' : 'error',
      part: 'delivery',
      message: `${message} Case ${caseId}.`,
      details: { deliveryId, caseId, attempt, response: change.response },
    });
  }

  private changeFor(handOver: HandOver, delivery: Attempted): DeliveryChange {
    const [judgement, words] = [judgeHandOver(handOver), wordsOf(handOver)];
    const now = this.clock.now();
    const change = { from: ['sending', 'unknown'], attempt: delivery.attempt, response: words } as const;
    switch (judgement) {
      case 'sent':
        return { ...change, to: 'sent', sentAt: now };
      case 'failed':
      case 'unknown':
        return { ...change, to: judgement };
      case 'later': {
        const next = isOurs(handOver)
          ? new Date(now.getTime() + OWN_TROUBLE_PAUSE_MS)
          : nextAttemptAt({ dueSince: delivery.dueSince, now, random: Math.random() });
        if (next) return { ...change, to: 'pending', nextAttemptAt: notBefore(handOver) ?? next };
        return {
          ...change,
          to: mayStand(handOver) ? 'unknown' : 'failed',
          response: `Given up after five days. The last answer: ${words}`,
        };
      }
    }
  }
}

/** Nobody refused anything: the desk's own database was away for a moment, or its worker. */
function isOurs(handOver: HandOver): boolean {
  return handOver.kind === 'broken' && handOver.ours === true;
}

/** When whoever takes it wants to be asked again, if it said so. */
function notBefore(handOver: HandOver): Date | undefined {
  return handOver.kind === 'broken' ? handOver.notBefore : undefined;
}

function mayStand(handOver: HandOver): boolean {
  return handOver.kind === 'broken' && handOver.mayStand === true;
}

function wordsOf(handOver: HandOver): string {
  if (handOver.kind === 'broken') return handOver.words;
  const refused = handOver.refused.map(({ address, words }) => `${address} was refused: ${words}`);
  return [handOver.words, ...refused].join('\n');
}

/** For administrators; null where all is well, or will be tried again. */
function warningOf(handOver: HandOver, { to }: DeliveryChange): string | null {
  switch (to) {
    case 'failed':
      return 'A message was refused for good. Its case says so; correct the address and send it again.';
    case 'unknown':
      return 'The receiver may or may not have taken a message: the connection ended without an answer. It is not sent again by itself; ask the customer, then settle it in its case.';
    case 'sent':
      return handOver.kind === 'accepted' && handOver.refused.length > 0
        ? 'A message reached some of its recipients; others were refused.'
        : null;
    default:
      return null;
  }
}
