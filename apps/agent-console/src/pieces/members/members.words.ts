import { words } from '../../language/words.ts';

/** A list of chosen people or things. */
export const membersWords = words('members', {
  remove: (name: string) => `Remove ${name}`,
  unknown: (id: number) => `Number ${id}, which you cannot see`,
});
