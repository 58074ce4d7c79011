import type { Field } from '../schema/field.ts';
import { malformed } from './malformed.ts';

const DAY_MS = 86_400_000;

/** From when to before when, epoch milliseconds, a word like `TODAY` or `LAST_N_DAYS:7` means, in UTC. */
export function spanOf(words: string, now: number): { from: number; to: number } {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const [name = '', count = '0'] = words.toUpperCase().split(':');
  const days = Number(count);
  switch (name) {
    case 'TODAY':
      return { from: today, to: today + DAY_MS };
    case 'YESTERDAY':
      return { from: today - DAY_MS, to: today };
    case 'TOMORROW':
      return { from: today + DAY_MS, to: today + 2 * DAY_MS };
    case 'LAST_N_DAYS':
      return { from: today - days * DAY_MS, to: today + DAY_MS };
    case 'NEXT_N_DAYS':
      return { from: today + DAY_MS, to: today + (days + 1) * DAY_MS };
    case 'N_DAYS_AGO':
      return { from: today - days * DAY_MS, to: today - (days - 1) * DAY_MS };
    default:
      throw malformed(`unexpected token: ${words}`);
  }
}

/** A moment as a field of this type keeps it. */
export function asKept(field: Field, ms: number): string {
  const iso = new Date(ms).toISOString();
  return field.type === 'date' ? iso.slice(0, 10) : iso.replace('Z', '+0000');
}
