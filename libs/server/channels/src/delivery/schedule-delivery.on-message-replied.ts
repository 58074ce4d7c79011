import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { OnEvent } from '@bureau/platform';
import { ScheduleDelivery } from './schedule-delivery.ts';

/** A message leaves when its time to be undone is over. */
@Injectable()
export class ScheduleDeliveryOnMessageReplied {
  constructor(private readonly schedule: ScheduleDelivery) {}

  @OnEvent('message.replied', 'schedule-delivery')
  async replied({ deliveryId }: EventPayload<'message.replied'>): Promise<void> {
    if (deliveryId !== null) await this.schedule.run(deliveryId);
  }

  @OnEvent('message.forwarded', 'schedule-forward')
  async forwarded({ deliveryId }: EventPayload<'message.forwarded'>): Promise<void> {
    await this.schedule.run(deliveryId);
  }
}
