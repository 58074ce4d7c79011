/** A value of a field of the desk, as the record has it. Ids of linked records are those of Salesforce. */
export type DeskValue = string | number | boolean | null;

/** Why one value cannot be what the other side has; the other fields go on. */
export const FIELD_PROBLEMS = {
  'value-without-pair': 'This value has no pair in the table of values: add it to the mapping.',
  'unknown-status': 'The desk has no such status: use New, Open, Pending, Resolved or Closed in Salesforce.',
  'closed-is-final': 'A closed case stays closed in the desk: open a new case instead.',
  'not-new-again': 'A case that somebody has opened does not become new again.',
  'unknown-priority': 'The desk has no such priority: use High, Medium or Low in Salesforce.',
  'not-a-date': 'This is no date of the calendar.',
  'not-a-phone-number': 'The desk takes telephone numbers with at least three digits.',
  'name-missing': 'The desk needs a name here: write one in Salesforce.',
  'record-missing': 'The desk needs a customer here: choose a contact in Salesforce.',
  'record-not-linked': 'The record that this points to is not linked to one of the desk.',
  'too-long-for-desk': 'This text is longer than the desk keeps: shorten it in Salesforce.',
  'refused-by-desk': 'The desk does not take this value.',
} as const;

export type FieldProblem = keyof typeof FIELD_PROBLEMS;

export type Translated<Value> = { value: Value } | { problem: FieldProblem };
