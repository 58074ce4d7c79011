import type { ProblemError } from '@bureau/platform';
import { fieldOfPath } from './field-of-path.ts';

/** What a verb of the desk had against a write: which fields, and why. No fields: the whole. */
export interface DeskRefusal {
  fields: string[];
  message: string;
}

export function refusalOf({ message, extra }: ProblemError): DeskRefusal {
  const errors: readonly unknown[] = Array.isArray(extra['errors']) ? extra['errors'] : [];
  const named = errors.flatMap((error) =>
    typeof error === 'object' && error !== null && 'path' in error && 'message' in error
      ? [{ field: fieldOfPath(String(error.path)), message: String(error.message) }]
      : [],
  );
  return { fields: named.map(({ field }) => field), message: named[0]?.message ?? message };
}
