/**
 * So long a record of which the first sync itself takes care is left alone by whoever sends what waits. Milliseconds; should
 * the first sync die, it is his after that.
 */
export const PUT_OFF_MS = 10 * 60_000;
