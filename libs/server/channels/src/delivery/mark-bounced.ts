import { Injectable } from '@nestjs/common';
import type { BounceFacts } from '@bureau/domain';
import { Database } from '@bureau/platform';
import { ChangeDelivery } from './change-delivery.ts';

/** Marks the message that bounced, with the receiver's words. A report of mere delay changes nothing. */
@Injectable()
export class MarkBounced {
  constructor(
    private readonly database: Database,
    private readonly changeDelivery: ChangeDelivery,
  ) {}

  async run(messageId: number, bounce: BounceFacts): Promise<void> {
    if (!bounce.permanent) return;
    const words = bounce.recipients
      .map(({ address, diagnostic, status }) => `${address}: ${diagnostic ?? status ?? 'could not be delivered'}`)
      .join('\n');
    const delivery = await this.database.row<{ id: number }>('SELECT id FROM deliveries WHERE message_id = $1', [
      messageId,
    ]);
    if (!delivery) return;
    await this.changeDelivery.run(delivery.id, {
      from: ['sent', 'unknown', 'sending'],
      to: 'bounced',
      response: words || 'The message came back.',
    });
  }
}
