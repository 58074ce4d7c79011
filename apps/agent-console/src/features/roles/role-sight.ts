import type { Role } from '@bureau/contracts';
import { rolesWords as words } from './roles.words.ts';

/** What somebody with this role sees, in a sentence. */
export function sightOf({ everything, permissions, caseScope, ownBrandsOnly }: Role): string {
  if (everything) return words.sight.everything;
  if (!permissions.includes('cases:view')) return words.sight.nothing;
  return words.sight.cases(words.sight.scopes[caseScope], ownBrandsOnly);
}
