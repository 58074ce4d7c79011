import { ApiProblem, Offline } from '@bureau/client';
import { errorSentences, sentenceInWords } from '../language/sentences.ts';
import { problemWords as words } from './problem.words.ts';

/** What went wrong, in one sentence in the reader's language that says what to do. */
export function problemText(error: unknown): string {
  if (error instanceof Offline) return words.offline;
  if (!(error instanceof ApiProblem)) return words.failure;
  const sentences = [...new Set(error.errors.map(({ message }) => sentenceInWords(message)))];
  if (error.code === 'request.invalid' && sentences.length > 0) return sentences.join(' ');
  return sentenceOfCode(error.code, error.message);
}

/** The sentence of the catalogue for a code, in the reader's language; `message` is the desk's own. */
export function sentenceOfCode(code: string, message: string): string {
  const known: Readonly<Record<string, string | undefined>> = errorSentences ?? {};
  // Programs find the detail beside the sentence; a person has nothing to look at.
  return (Object.hasOwn(known, code) && known[code]) || message.replace(/ See detail\.$/, '');
}

/** What the desk says about one field of a form. */
export function fieldErrorOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const message = error.errors.find(({ path }) => path.split('.').at(-1) === field)?.message;
  return message === undefined ? undefined : sentenceInWords(message);
}

/** What went wrong with a form as a whole; nothing when it stands beside the fields. `offline` is for a cut line. */
export function formErrorOf(error: Error | null, offline: string): string | undefined {
  if (error === null) return undefined;
  if (!(error instanceof ApiProblem)) return offline;
  if (error.errors.length > 0) return undefined;
  const { retryAfterSeconds } = error.problem;
  if (typeof retryAfterSeconds !== 'number') return problemText(error);
  return words.throttled(Math.ceil(retryAfterSeconds / 60));
}
