export * from './events.module.ts';
export { OncePerDelivery } from './once-per-delivery.ts';
export * from './outbox.ts';
export * from './outbox-relay.ts';
export { Broadcasts, OnEvent, type Broadcast } from './subscribers.ts';
