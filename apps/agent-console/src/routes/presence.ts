import type { User } from '@bureau/contracts';
import type { People } from '@bureau/client';
import { words } from '../app/words.ts';
import type { RowPresence } from '../features/case-list/index.ts';

/** Names of the others at a case; undefined when one is alone. Who began to work here a moment ago is not known yet, but is there. */
export function othersOf(people: People, users: readonly User[], userId: number): RowPresence | undefined {
  const names = (doing: People[number]['doing']) =>
    people
      .filter((person) => person.doing === doing && person.userId !== userId)
      .map((person) => users.find(({ id }) => id === person.userId)?.name ?? words.colleague);
  const presence = { viewing: names('viewing'), writing: names('writing') };
  return presence.viewing.length + presence.writing.length > 0 ? presence : undefined;
}
