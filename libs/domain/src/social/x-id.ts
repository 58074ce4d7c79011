/** When ids of X began to count, in ms since 1970. */
const EPOCH_MS = 1_288_834_974_657n;
const BITS_BELOW_TIME = 22n;

/** When X gave out an id; null for what is none. An id is a 64-bit number, too long for a number of JavaScript. */
export function timeOfXId(id: string): Date | null {
  return isXId(id) ? new Date(Number((BigInt(id) >> BITS_BELOW_TIME) + EPOCH_MS)) : null;
}

/** The first id that X could have given out at a time; `0` for times before there were any. */
export function xIdAt(time: Date): string {
  const since = BigInt(time.getTime()) - EPOCH_MS;
  return since > 0n ? String(since << BITS_BELOW_TIME) : '0';
}

/** Negative when `a` was given out before `b`. */
export function compareXIds(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isXId(id: string): boolean {
  return /^\d{1,20}$/.test(id);
}
