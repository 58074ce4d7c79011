import { ApiProblem } from '@bureau/client';
import { sentenceInWords } from '../../language/sentences.ts';
import { problemText } from '../../plain/problem-words.ts';

/** What is wrong with a form: by the path of the field (`name`, `imap.host`). */
export type FieldErrors = ReadonlyMap<string, string>;

/** What a check of the contract says of the values: a schema, or one over what they become. */
export interface Check<V> {
  safeParse: (values: V) => { success: true } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** The first fault of each field, found before the desk is asked. */
export function faultsOf<V>(check: Check<V> | undefined, values: V): FieldErrors {
  const result = check?.safeParse(values);
  if (!result || result.success) return new Map();
  return firstOf(result.error.issues.map(({ path, message }) => [path.join('.'), message] as const));
}

/**
 * What the desk said about each field; its paths may begin with `body.`. A name or a slug that is taken is a problem of
 * its own, and belongs beside its field as well.
 */
export function refusalsOf(error: unknown): FieldErrors {
  if (!(error instanceof ApiProblem)) return new Map();
  const [, taken] = /\.(name|slug)-taken$/.exec(error.code) ?? [];
  if (taken !== undefined) return new Map([[taken, problemText(error)]]);
  return firstOf(error.errors.map(({ path, message }) => [path.replace(/^body\./, ''), message] as const));
}

function firstOf(faults: readonly (readonly [string, string])[]): FieldErrors {
  return new Map(faults.map(([path, fault]) => [path, sentenceInWords(fault)] as const).reverse());
}
