import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { EVENTS, type EventName } from '@bureau/contracts';
import { broadcastEventOf, subscriptionOf, type Broadcast, type Subscription } from './subscribers.ts';

interface Listener extends Pick<Subscription, 'event' | 'concerns'> {
  run: (payload: unknown) => Promise<void>;
}

/** Who reacts to what in this program, found at boot. An event that nobody listens to stops the boot. */
@Injectable()
export class SubscriberRegistry implements OnApplicationBootstrap {
  private readonly listeners = new Map<string, Listener>();
  private readonly broadcasters = new Map<EventName, ((payload: unknown) => Broadcast[])[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const scanner = new MetadataScanner();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype: Record<string, unknown> | null = Object.getPrototypeOf(instance);
      if (!prototype) continue;
      for (const name of scanner.getAllMethodNames(prototype)) this.register(instance, prototype[name]);
    }
    const unheard = Object.keys(EVENTS).filter((name) => !this.isHeard(name));
    if (unheard.length > 0) throw new Error(`Nobody listens to ${unheard.join(', ')}: remove the event or handle it.`);
  }

  /** The names of those whom an event concerns. */
  subscribersOf(event: string, payload: unknown): string[] {
    return [...this.listeners]
      .filter(([, listener]) => listener.event === event && listener.concerns(payload))
      .map(([name]) => name);
  }

  /** Two columns of the same length: the event, and a subscriber that wants it. */
  wanted(): [events: string[], subscribers: string[]] {
    return [[...this.listeners.values()].map(({ event }) => event), [...this.listeners.keys()]];
  }

  broadcastsOf(event: string, payload: unknown): Broadcast[] {
    const broadcasters = [...this.broadcasters].find(([name]) => name === event)?.[1] ?? [];
    return broadcasters.flatMap((broadcast) => broadcast(payload));
  }

  async run(subscriber: string, payload: unknown): Promise<void> {
    const listener = this.listeners.get(subscriber);
    if (!listener) throw new Error(`There is no subscriber ${subscriber}.`);
    const fact = EVENTS[listener.event].parse(payload);
    if (listener.concerns(fact)) await listener.run(fact);
  }

  private register(instance: object, method: unknown): void {
    if (typeof method !== 'function') return;
    const subscription = subscriptionOf(method);
    if (subscription) {
      const { event, subscriber, concerns } = subscription;
      if (this.listeners.has(subscriber)) throw new Error(`Two subscribers are called ${subscriber}.`);
      this.listeners.set(subscriber, { event, concerns, run: async (payload) => method.call(instance, payload) });
    }
    const event = broadcastEventOf(method);
    if (event) {
      const known = this.broadcasters.get(event) ?? [];
      this.broadcasters.set(event, [...known, (payload) => method.call(instance, payload)]);
    }
  }

  private isHeard(name: string): boolean {
    return (
      [...this.listeners.values()].some(({ event }) => event === name) ||
      [...this.broadcasters.keys()].some((event) => event === name)
    );
  }
}
