import { z } from 'zod';

const Link = z.looseObject({ href: z.string().nullable(), class: z.string(), count: z.number().optional() }).nullable();

/** What of an entry of the API v2 is needed to tell it again; the rest is passed on as it is. */
export const Entry = z.looseObject({
  id: z.number(),
  _links: z.record(z.string(), Link),
  _embedded: z.record(z.string(), z.looseObject({}).nullable()).optional(),
  custom_fields: z.record(z.string(), z.unknown()).optional(),
});
export type Entry = z.infer<typeof Entry>;

/** An entry in the words of the API v1. */
export type Told = Record<string, unknown>;

/** What is embedded by this name, as told by `tell`; null where there is none, or the reader may not see it. */
export function embedded(entry: Entry, name: string, tell: (entry: Entry) => Told): Told | null {
  const found = Entry.safeParse(entry._embedded?.[name]);
  return found.success ? tell(found.data) : null;
}

/** The number of what a link leads to. */
export function linkedNumber(entry: Entry, name: string): number | null {
  const [, number] = /\/(\d+)$/.exec(entry._links[name]?.href ?? '') ?? [];
  return number === undefined ? null : Number(number);
}

/** `custom_KEY` for every field that is defined. */
export function customMembers({ custom_fields: fields = {} }: Entry): Told {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`custom_${key}`, value]));
}

/** Members that clients may look for and of which the desk knows nothing. */
export function unknownMembers(names: readonly string[]): Told {
  return Object.fromEntries(names.map((name) => [name, null]));
}
