/** What the badge says. `offline` began at `since`; `signed-out` needs a new sign-in and does not come back by itself. */
export type RealtimeState =
  { kind: 'live' } | { kind: 'catching-up' } | { kind: 'offline'; since: Date } | { kind: 'signed-out' };

/**
 * `changed`: fetch what the ids name. `gap`: something was missed, fetch the room's data anew. `joined`: changes are
 * heard from now on; data that was asked for earlier may be older than that.
 */
export type RoomNews = { kind: 'changed'; event: string; ids: number[] } | { kind: 'gap' } | { kind: 'joined' };

/** The badge says `catching-up` until the promise is settled. */
export type RoomHandler = (news: RoomNews) => unknown;

/** A value that components can follow with `useSyncExternalStore`. */
export class Observable<Value> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: Value) {}

  readonly get = (): Value => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: Value): void {
    this.value = value;
    for (const listener of this.listeners) listener();
  }
}
