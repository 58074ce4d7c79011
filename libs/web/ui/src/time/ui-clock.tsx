import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';

/** What time it is for the components, and when to look again. */
export interface UiClock {
  /** Milliseconds since 1970, stable between ticks. */
  now: () => number;
  /** Calls back after every tick; returns how to stop. */
  subscribe: (onTick: () => void) => () => void;
}

const everyHalfMinute = 30_000;

/** A clock on the system's time; it ticks only while somebody looks. */
export function createUiClock(readTime: () => number = Date.now, tickMs = everyHalfMinute): UiClock {
  const listeners = new Set<() => void>();
  let current = readTime();
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    current = readTime();
    listeners.forEach((listener) => listener());
  };
  const subscribe = (onTick: () => void) => {
    listeners.add(onTick);
    timer ??= setInterval(tick, tickMs);
    return () => {
      listeners.delete(onTick);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  // Whole seconds, because React asks several times a render and must hear the same answer.
  const now = () => {
    if (!timer) current = Math.floor(readTime() / 1000) * 1000;
    return current;
  };
  return { now, subscribe };
}

const TimeZoneContext = createContext<string | undefined>(undefined);

/** The IANA zone of the times below; undefined: the browser's. */
export function TimeZoneProvider({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  return <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>;
}

/** The zone in which components write times. */
export function useTimeZone(): string | undefined {
  return useContext(TimeZoneContext);
}

const UiClockContext = createContext<UiClock>(createUiClock());

/** Lets the components below tell the time by another clock, for example in a test. */
export function UiClockProvider({ clock, children }: { clock: UiClock; children: ReactNode }) {
  return <UiClockContext value={clock}>{children}</UiClockContext>;
}

/** The time in milliseconds since 1970; the component draws again on every tick. */
export function useNow(): number {
  const clock = useContext(UiClockContext);
  return useSyncExternalStore(clock.subscribe, clock.now, clock.now);
}
