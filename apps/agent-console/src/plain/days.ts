/** The reader's calendar day of a moment, as a key: equal for moments of the same day in her zone. */
export function dayKey(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** A day in words: "Mon 3 Nov", with the year once it is another one than `now`'s. */
export function dayWords(at: string, now: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', year }).format(date);
}

/** Hours and minutes of a moment: "10:02". */
export function clockWords(at: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** Day and time of a moment, short: "3 Nov, 10:02". */
export function momentWords(at: string): string {
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}
