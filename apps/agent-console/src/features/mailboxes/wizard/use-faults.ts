import type { z } from 'zod';
import { useState } from 'react';
import { sentenceInWords } from '../../../language/sentences.ts';

/** Faults of a place, found by a schema of the contracts before anything is asked; each stands beside its field. */
export function useFaults() {
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    errorOf: (path: string) => faults.get(path),
    clear: () => setFaults(new Map()),
    /** Whether all is well; `more` are faults that no schema knows. */
    pass: (schema: z.ZodType, value: unknown, more: ReadonlyMap<string, string> = new Map()): boolean => {
      const parsed = schema.safeParse(value);
      const found = new Map(more);
      for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
        const at = path.join('.');
        if (!found.has(at)) found.set(at, sentenceInWords(message));
      }
      setFaults(found);
      return found.size === 0;
    },
  };
}
