import { isProblem, Offline } from '@bureau/client';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { faultsOf, refusalsOf } from './field-errors.ts';
import type { Check, FieldErrors } from './field-errors.ts';
import { formWords as words } from './form.words.ts';
import { Refusal } from './refusal.ts';
import { sameValues } from './same-values.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';
import type { UnsavedGuard } from './use-unsaved-guard.ts';

export interface FormSettings<V extends object> {
  /** What the desk has. When it changes while nothing is typed here, the form shows the new values. */
  saved: V;
  /** Sends the values. What it throws stands beside the fields it names, or above the form. */
  save: (values: V) => Promise<unknown>;
  /** Faults that can be told without the desk: the contract's schema of the body. */
  check?: Check<V>;
  /** A dialog asks by itself before it closes: it needs no guard on the address. */
  isUnguarded?: boolean;
}

export interface Form<V extends object> {
  values: V;
  set: (changes: Partial<V>) => void;
  /** What is wrong with a field, by its path: for `error` of the field. */
  errorOf: (path: string) => string | undefined;
  /** What is wrong as a whole. */
  error: string | undefined;
  /** Another person's change stands in the way (412). */
  isConflict: boolean;
  isDirty: boolean;
  isSaving: boolean;
  /** It was saved and not touched since. */
  isSaved: boolean;
  /** Checks, then saves; true when the desk has it. */
  submit: () => Promise<boolean>;
  discard: () => void;
  guard: UnsavedGuard;
}

interface Outcome {
  faults: FieldErrors;
  error: string | undefined;
  isConflict: boolean;
  isSaved: boolean;
}

const untouched: Outcome = { faults: new Map(), error: undefined, isConflict: false, isSaved: false };

/**
 * A form that keeps what is typed until it is saved or discarded: faults beside their fields, one save at a time, a
 * question before an address is left with changes. A field that is typed in loses its fault until the next save.
 */
export function useForm<V extends object>({ saved, save, check, isUnguarded = false }: FormSettings<V>): Form<V> {
  const [typed, setTyped] = useState<Partial<V>>({});
  const [outcome, setOutcome] = useState(untouched);
  const [isSaving, setSaving] = useState(false);
  const values = { ...saved, ...typed };
  const isDirty = !sameValues(values, saved);
  const guard = useUnsavedGuard(isDirty && !isUnguarded);

  const set = (changes: Partial<V>) => {
    setTyped((before) => ({ ...before, ...changes }));
    setOutcome(({ faults, error, isConflict }) => ({
      faults: without(faults, Object.keys(changes)),
      error: faults.size > 0 ? undefined : error,
      isConflict,
      isSaved: false,
    }));
  };
  const refuse = (faults: FieldErrors, error?: string, isConflict = false) => {
    setOutcome({ faults, error: error ?? words.wrong(faults.size), isConflict, isSaved: false });
    return false;
  };
  const submit = async () => {
    if (isSaving) return false;
    const faults = faultsOf(check, values);
    if (faults.size > 0) return refuse(faults);
    setSaving(true);
    try {
      await guard.whileSaving(() => save(values));
      setTyped({});
      setOutcome({ ...untouched, isSaved: true });
      return true;
    } catch (error) {
      const refusals = refusalsOf(error);
      if (refusals.size > 0) return refuse(refusals);
      return refuse(refusals, sentenceOf(error), isProblem(error, 'request.precondition-failed'));
    } finally {
      setSaving(false);
    }
  };
  return {
    values,
    set,
    errorOf: (path) => outcome.faults.get(path),
    error: outcome.error,
    isConflict: outcome.isConflict,
    isDirty,
    isSaving,
    isSaved: outcome.isSaved && !isDirty,
    submit,
    discard: () => {
      setTyped({});
      setOutcome(untouched);
    },
    guard,
  };
}

function without(faults: FieldErrors, fields: readonly string[]): FieldErrors {
  const isOf = (path: string) => fields.some((field) => path === field || path.startsWith(`${field}.`));
  return new Map([...faults].filter(([path]) => !isOf(path)));
}

function sentenceOf(error: unknown): string {
  if (error instanceof Offline) return words.offline;
  if (isProblem(error, 'request.precondition-failed')) return words.conflict;
  return error instanceof Refusal ? error.message : problemText(error);
}
