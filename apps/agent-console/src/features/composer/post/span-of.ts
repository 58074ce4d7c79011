const MINUTE = 60_000;

export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

/** A time as days, hours and minutes, whole ones; `ms` below zero is none. */
export function spanOf(ms: number): Span {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
