import { z } from 'zod';

/** Text that people write: trimmed, without characters that are none. */
export const words = (what: string, atMost: number) =>
  z
    .string(`Write the ${what}.`)
    .trim()
    .max(atMost, `At most ${atMost} characters.`)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'Leave out characters that are no text.');

/** The same on one line. */
export const oneLine = (what: string, atMost: number) =>
  words(what, atMost)
    .min(1, `Write the ${what}.`)
    .refine((text) => !/\p{Cc}/u.test(text), 'Leave out line breaks and control characters.');

/** Refuses a change that changes nothing. */
export const namesSomething = (changes: object) => Object.values(changes).some((value) => value !== undefined);
export const NAME_A_FIELD = { message: 'Name at least one field to change.' };
