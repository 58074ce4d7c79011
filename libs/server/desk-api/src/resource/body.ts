import { z } from 'zod';

/** Whatever is not known to be right goes on to the verb's own schema, which says what is wrong with it. */
export const Anything = z.unknown().optional();

/** Yes or no, also as other languages write it; null and nothing for neither. What it hides or keeps quiet is not guessed. */
export const Flag = z
  .union([
    z.boolean(),
    z.enum(['true', '1']).transform(() => true),
    z.enum(['false', '0']).transform(() => false),
    z.literal(1).transform(() => true),
    z.literal(0).transform(() => false),
    z.literal('').transform(() => null),
  ])
  .nullish();

/** Whether there is anything to be changed: clients send changes that say nothing. */
export function says(wanted: object): boolean {
  return Object.values(wanted).some((value) => value !== undefined);
}

/** Null clears a text. */
export function textOf(sent: unknown): unknown {
  return sent === null ? '' : sent;
}
