import { AsyncLocalStorage } from 'node:async_hooks';

const deliveries = new AsyncLocalStorage<object>();

/** What runs within `work` is one delivery. */
export function inOneDelivery<T>(work: () => Promise<T>): Promise<T> {
  return deliveries.run({}, work);
}

/**
 * What is asked once for all events that are delivered in one transaction: all of them happened before it began, so that
 * none of them can have changed the answer. Outside of a delivery it is asked every time.
 */
export class OncePerDelivery<T> {
  private readonly answers = new WeakMap<object, Promise<T>>();

  of(ask: () => Promise<T>): Promise<T> {
    const delivery = deliveries.getStore();
    if (!delivery) return ask();
    const answer = this.answers.get(delivery) ?? ask();
    this.answers.set(delivery, answer);
    return answer;
  }
}
