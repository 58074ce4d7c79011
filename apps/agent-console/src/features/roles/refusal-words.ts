import { isProblem } from '@bureau/client';
import { formatList } from '../../language/format.ts';
import { permissionWord } from '../../pieces/permissions/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { rolesWords as words } from './roles.words.ts';

/** Why a change of a role was refused; what the asker lacks is named. */
export function refusalOf(error: unknown): string {
  if (!isProblem(error, 'rights.exceeded')) return problemText(error);
  const { excess } = error.problem;
  const named = Array.isArray(excess)
    ? excess.map((one) => words.excess[String(one)] ?? permissionWord(String(one)).name)
    : [];
  return named.length > 0 ? words.exceeded(formatList(named)) : problemText(error);
}
