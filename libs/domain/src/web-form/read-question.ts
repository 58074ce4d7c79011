import { EmailAddress, type CustomFieldValues } from '@bureau/contracts';
import { mergeCustomFields, type CustomFieldDefinition } from '../custom-fields.ts';

/** Limits of the fields (product.md 4.2), in characters, and how many files. */
export const WEB_FORM_LIMITS = { name: 100, email: 100, subject: 255, body: 5_000, files: 5 } as const;

/** A field of a case that the form asks for. */
export interface AskedField extends CustomFieldDefinition {
  /** The number in `ticket[customN]`. */
  id: number;
  required: boolean;
}

/** What somebody asks by a form. */
export interface WrittenQuestion {
  name: string;
  email: string;
  subject: string;
  body: string;
  customFields: CustomFieldValues;
}

/** What is wrong with a field, as the key of the snippet that says so. */
export interface FormProblem {
  field: string;
  snippet: string;
}

export interface QuestionContext {
  asked: readonly AskedField[];
  /** Who is signed in: name and address are known and not read from the form. */
  person: { name: string; email: string } | null;
}

/** Reads the fields of the e-mail form by their names of product.md 4.2. Nothing is cut: what is too long is said. */
export function readQuestion(
  fields: Readonly<Record<string, string>>,
  { asked, person }: QuestionContext,
): { question: WrittenQuestion } | { problems: FormProblem[] } {
  const line = (name: string) =>
    plain(fields[name] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const question = {
    name: person?.name ?? line('interaction[name]'),
    email: person?.email ?? line('interaction[email]').toLowerCase(),
    subject: line('email[subject]'),
    body: bodyOf(fields),
  };
  const custom = readAsked(fields, asked);
  const problems = [...problemsOf(question, person !== null), ...custom.problems];
  return problems.length > 0 ? { problems } : { question: { ...question, customFields: custom.values } };
}

/** The words of a message: line ends of one kind, no characters that nobody can see or PostgreSQL cannot keep. */
export function readWords(text: string): string {
  return plain(text).trim();
}

/** What is wrong with the words of a message, as the key of a snippet; null: nothing. */
export function problemOfWords(words: string): string | null {
  if (words === '') return 'message_required';
  return words.length > WEB_FORM_LIMITS.body ? 'exceeding_max_chars' : null;
}

function bodyOf(fields: Readonly<Record<string, string>>): string {
  return readWords(fields['email[body]'] ?? fields['interaction[body]'] ?? '');
}

function problemsOf(
  { name, email, subject, body }: Omit<WrittenQuestion, 'customFields'>,
  known: boolean,
): FormProblem[] {
  const checks: [field: string, snippet: string | null][] = [
    ['interaction[name]', known ? null : problemOf(name, { most: WEB_FORM_LIMITS.name, missing: 'name_required' })],
    ['interaction[email]', known ? null : problemOfAddress(email)],
    ['email[subject]', problemOf(subject, { most: WEB_FORM_LIMITS.subject, missing: 'subject_required' })],
    ['email[body]', problemOfWords(body)],
  ];
  return checks.flatMap(([field, snippet]) => (snippet === null ? [] : [{ field, snippet }]));
}

function problemOf(value: string, { most, missing }: { most: number; missing: string }): string | null {
  if (value === '') return missing;
  return value.length > most ? 'exceeding_max_chars' : null;
}

/** What is wrong with an address that somebody typed, as the key of a snippet; null: nothing. */
export function problemOfAddress(email: string): string | null {
  const problem = problemOf(email, { most: WEB_FORM_LIMITS.email, missing: 'email_required' });
  return problem ?? (EmailAddress.safeParse(email).success ? null : 'invalid_email');
}

/** Under `ticket[customN]`, as Desk.com's themes name them, or `ticket[custom_KEY]`. */
function readAsked(
  fields: Readonly<Record<string, string>>,
  asked: readonly AskedField[],
): { values: CustomFieldValues; problems: FormProblem[] } {
  const sent = asked.map((field) => {
    const value = plain(fields[nameOfAsked(field)] ?? fields[`ticket[custom_${field.key}]`] ?? '').trim();
    return { field, value, ...mergeCustomFields([field], { [field.key]: value }) };
  });
  const problems = sent.flatMap(({ field, value, errors }) => {
    const snippet = field.required && value === '' ? 'required' : errors.length > 0 ? 'field_invalid' : null;
    return snippet === null ? [] : [{ field: nameOfAsked(field), snippet }];
  });
  return { values: Object.assign({}, ...sent.map(({ values }) => values)), problems };
}

/** The name of a custom field in the form. */
export function nameOfAsked({ id }: Pick<AskedField, 'id'>): string {
  return `ticket[custom${id}]`;
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}
