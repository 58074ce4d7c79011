import 'reflect-metadata';
import type { EventName, EventPayload } from '@bureau/contracts';

const SUBSCRIBES = Symbol('subscribes');
const BROADCASTS = Symbol('broadcasts');

export interface Subscription {
  event: EventName;
  /** Unique; what is recorded as having handled the event. */
  subscriber: string;
  /** Whether it reacts to this one at all, as far as the event itself says. */
  concerns(payload: unknown): boolean;
}

/**
 * Marks a method that reacts to an event. It runs in a transaction that also records that it ran, so its effect in
 * the database happens once; it must not call the network (add a job for that). An event that does not concern it, by what
 * the event itself says, is not even brought to it.
 */
export function OnEvent<N extends EventName>(
  event: N,
  subscriber: string,
  concerns: (payload: EventPayload<N>) => boolean = () => true,
) {
  return (
    _prototype: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<(payload: EventPayload<N>) => Promise<void>>,
  ): void => {
    if (method.value) Reflect.defineMetadata(SUBSCRIBES, { event, subscriber, concerns }, method.value);
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
