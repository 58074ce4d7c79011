import type { CaseFacts } from './facts.ts';
import type { Field, Vocabulary } from './field.ts';
import { textOf } from './read-field.ts';
import { ConditionProblem } from './read-values.ts';

/** All lines of the header of a message; where this can be asked for, so can each line by its name. */
export const HEADERS = 'message.headers';
const ONE = 'message.header.';
/** RFC 5322 §3.6.8: printable characters of US-ASCII, but no space and no colon. */
const NAME = /^[!-9;-~]+$/;
/** RFC 5322 sets no limit of its own; the longest registered name (RFC 4021, IANA) has 42 characters. */
export const HEADER_NAME_AT_MOST = 76;

/** The field that asks for the lines of a header with this name, however it is written. */
export function headerField(name: string): Field {
  const known = name.toLowerCase();
  const read = ({ message }: CaseFacts) => headerValues(message?.headers ?? [], known);
  return { ...textOf(`${ONE}${known}`, `Header ${known}`, read), rulesOnly: true };
}

/** Which header a field asks for, in lower case; null: it is none of these fields. */
export function headerNameOf(key: string): string | null {
  return key.startsWith(ONE) ? key.slice(ONE.length).toLowerCase() : null;
}

/** What stands in the lines «name: value» of one name. */
export function headerValues(lines: readonly string[], name: string): string[] {
  const begin = `${name}: `;
  return lines.filter((line) => line.startsWith(begin)).map((line) => line.slice(begin.length));
}

/** A field of a vocabulary, or of the header of a message where that can be asked for. Throws {@link ConditionProblem}. */
export function fieldIn(vocabulary: Vocabulary, key: string): Field | undefined {
  const name = headerNameOf(key);
  if (name === null) return vocabulary.get(key);
  const headers = vocabulary.get(HEADERS);
  if (!headers) {
    throw new ConditionProblem('field', 'Only business rules about a message can ask for a line of its header.');
  }
  if (name === '') throw new ConditionProblem('field', 'Name the header, such as message.header.x-priority.');
  if (name.length > HEADER_NAME_AT_MOST || !NAME.test(name)) {
    throw new ConditionProblem(
      'field',
      `No header has this name: at most ${HEADER_NAME_AT_MOST} characters, without spaces, colons and accents.`,
    );
  }
  return headerField(name);
}
