import type { Asking, CaseFacts } from './facts.ts';

/** What a case has in a field: times in milliseconds, dates as YYYY-MM-DD, references as ids. */
export type Scalar = string | number | boolean;

export type ReferenceTo = 'user' | 'group' | 'brand' | 'mailbox' | 'label' | 'customer' | 'company';

export type FieldKind =
  | { type: 'text' }
  /** One of few words; `ordered` ones can be compared. */
  | { type: 'choice'; choices: readonly string[]; ordered?: boolean }
  /** A custom field's choice; levels are divided by «::». */
  | { type: 'list'; choices: readonly string[] }
  | { type: 'reference'; to: ReferenceTo }
  | { type: 'integer' }
  | { type: 'boolean' }
  | { type: 'time' }
  /** Hours since a time, which `of` names: all of them, or only those in which the brand was `open`. */
  | { type: 'hours'; of: string; open?: true }
  /** A day without an hour. */
  | { type: 'date' };

export type FieldType = FieldKind['type'];

/** Something that conditions can ask about. */
export interface Field {
  /** E.g. case.subject, or customer.custom.tier for a custom field. */
  key: string;
  label: string;
  kind: FieldKind;
  /** Only business rules can ask: it concerns what has just happened. */
  rulesOnly?: boolean;
  /** What the history calls it; absent where changes are not asked for. */
  changesAs?: string;
  /** Of a custom field: whose it is, and its key. */
  custom?: { owner: 'case' | 'customer' | 'company'; key: string };
  /** All values that a case has here; nothing when it has none. An empty text is none. */
  read(facts: CaseFacts, asking: Asking): readonly Scalar[];
}

/** What the desk's administrators have defined. */
export interface AskableCustomField {
  owner: 'case' | 'customer' | 'company';
  key: string;
  label: string;
  type: 'text' | 'list' | 'boolean' | 'integer' | 'date';
  choices: readonly string[];
}

export type Vocabulary = ReadonlyMap<string, Field>;
