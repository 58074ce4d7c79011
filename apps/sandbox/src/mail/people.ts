import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';
import { domainOf, nameFrom, normalAddress } from './address.ts';

/** How a person's mail program quotes what it answers. */
export const QuotingStyle = z.enum(['gmail', 'outlook', 'apple', 'plain', 'none']);
export type QuotingStyle = z.infer<typeof QuotingStyle>;

export const Person = z.object({
  address: z.email('Write a full address, like ana@cafemail.example.').transform(normalAddress),
  name: z.string().trim().min(1).max(200),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Use a language tag like en, pt or ja.'),
  quoting: QuotingStyle,
  about: z.string().max(500),
});
export type Person = z.infer<typeof Person>;

export const NewPerson = Person.partial({ name: true, language: true, quoting: true, about: true });
export type NewPerson = z.infer<typeof NewPerson>;

const StoredPerson = Person.extend({ address: z.string() });

/** Everyone who can be played. Anyone whom the desk writes to comes into being. */
export class People {
  readonly #journal: Journal<Person>;
  readonly #defaults: NewPerson[];
  readonly #people = new Map<string, Person>();

  constructor(dataDir: string, defaults: NewPerson[]) {
    this.#journal = new Journal(join(dataDir, 'people.jsonl'), StoredPerson);
    this.#defaults = defaults;
    this.#load();
  }

  list(): Person[] {
    return [...this.#people.values()];
  }

  find(address: string): Person | undefined {
    return this.#people.get(normalAddress(address));
  }

  /** Adds or changes a person; what is not given keeps its value. */
  save(given: NewPerson): Person {
    const person = complete(given, this.find(given.address));
    this.#people.set(person.address, person);
    this.#journal.note(person);
    return person;
  }

  /** Finds the person with this address or lets them come into being. */
  meet(address: string): Person {
    return this.find(address) ?? this.save({ address });
  }

  owns(domain: string): boolean {
    return this.list().some((person) => domainOf(person.address) === domain);
  }

  reset(): void {
    this.#journal.clear();
    this.#people.clear();
    this.#load();
  }

  #load(): void {
    const known = [...this.#defaults.map((person) => complete(person)), ...this.#journal.facts()];
    for (const person of known) this.#people.set(person.address, person);
  }
}

function complete(given: NewPerson, before?: Person): Person {
  const address = normalAddress(given.address);
  const fallback = { name: nameFrom(address), language: 'en', quoting: 'gmail' as const, about: '' };
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...fallback, ...before, ...stated, address };
}
