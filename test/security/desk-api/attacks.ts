import type { Random } from '../../faults/ledger/random.ts';
import { EXTRA_MEMBERS, objectsIn, placesIn, POISONS, withMember, withPoison, type Place } from './poisons.ts';

export interface Attack {
  what: string;
  place: Place;
  /** A good body, poisoned. */
  poison(good: object): string;
}

/** How many kinds of poison a place meets, and how many members more an object; another seed has others. */
const [KINDS, MEMBERS] = [8, 6];

/** Some kinds of poison at every place, each in one of its forms; and for every object some members more. */
export function attacksOn(good: object, random: Random): Attack[] {
  const poisons = placesIn(good).flatMap((place) =>
    some(KINDS, Object.entries(POISONS), random).map(([kind, forms]): Attack => {
      const form = random.pick(forms);
      return { what: `${kind}: ${form.slice(0, 80)}`, place, poison: (body) => withPoison(body, place, form) };
    }),
  );
  const members = objectsIn(good).flatMap((place) =>
    some(MEMBERS, EXTRA_MEMBERS, random).map((member): Attack => {
      return {
        what: `a member more: ${member.slice(0, 80)}`,
        place,
        poison: (body) => withMember(body, place, member),
      };
    }),
  );
  return [...poisons, ...members];
}

function some<Item>(count: number, items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(random.between(0, rest.length - 1), 1)).flat();
}
