import { z } from 'zod';

/** Whatever is not known to be right goes on to the verb's own schema, which says what is wrong with it. */
export const Anything = z.unknown().optional();

/** Whether there is anything to be changed: clients send changes that say nothing. */
export function says(wanted: object): boolean {
  return Object.values(wanted).some((value) => value !== undefined);
}

/** Null clears a text. */
export function textOf(sent: unknown): unknown {
  return sent === null ? '' : sent;
}
