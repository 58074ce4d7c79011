import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeliverEvents } from './deliver-events.ts';
import { HandledEvents } from './handled-events.ts';
import { OutboxBell } from './outbox-bell.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { Outbox } from './outbox.ts';
import { SubscriberRegistry } from './subscriber-registry.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, OutboxBell, OutboxRelay, SubscriberRegistry, HandledEvents, DeliverEvents],
  exports: [Outbox, OutboxRelay],
})
export class EventsModule {}
