import type { User } from '@bureau/contracts';
import type { People } from '@bureau/client';
import type { RowPresence } from '../features/case-list/index.ts';

/** Names of the others at a case; undefined when one is alone. */
export function othersOf(people: People, users: readonly User[], userId: number): RowPresence | undefined {
  const names = (doing: People[number]['doing']) =>
    people
      .filter((person) => person.doing === doing && person.userId !== userId)
      .map((person) => users.find(({ id }) => id === person.userId)?.name ?? '')
      .filter((name) => name !== '');
  const presence = { viewing: names('viewing'), writing: names('writing') };
  return presence.viewing.length + presence.writing.length > 0 ? presence : undefined;
}
