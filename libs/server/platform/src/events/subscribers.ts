import 'reflect-metadata';
import type { EventName, EventPayload } from '@bureau/contracts';

const SUBSCRIBES = Symbol('subscribes');
const BROADCASTS = Symbol('broadcasts');

export interface Subscription {
  event: EventName;
  /** Unique; what is recorded as having handled the event. */
  subscriber: string;
}

/**
 * Marks a method that reacts to an event. It runs in a transaction that also records that it ran, so its effect in
 * the database happens once; it must not call the network (add a job for that).
 */
export function OnEvent<N extends EventName>(event: N, subscriber: string) {
  return (
    _prototype: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<(payload: EventPayload<N>) => Promise<void>>,
  ): void => {
    const subscription: Subscription = { event, subscriber };
    if (method.value) Reflect.defineMetadata(SUBSCRIBES, subscription, method.value);
  };
}

/** A message for the screens in a room: ids and a sequence, never content. */
export interface Broadcast {
  room: string;
  ids: number[];
}

/** Marks a method that says which rooms hear of an event. It only translates; it reads and writes nothing. */
export function Broadcasts<N extends EventName>(event: N) {
  return (
    _prototype: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<(payload: EventPayload<N>) => Broadcast[]>,
  ): void => {
    if (method.value) Reflect.defineMetadata(BROADCASTS, event, method.value);
  };
}

export function subscriptionOf(method: object): Subscription | undefined {
  return Reflect.getMetadata(SUBSCRIBES, method);
}

export function broadcastEventOf(method: object): EventName | undefined {
  return Reflect.getMetadata(BROADCASTS, method);
}
