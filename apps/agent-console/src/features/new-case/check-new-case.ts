import type { NewCaseValues } from './new-case-values.ts';
import { newCaseWords as words } from './new-case.words.ts';

interface Issue {
  path: string[];
  message: string;
}

/** What is missing before the desk can be asked, field by field. */
export function checkNewCase(
  values: NewCaseValues,
): { success: true } | { success: false; error: { issues: readonly Issue[] } } {
  const { kind, customer, subject, message } = values;
  const issues: Issue[] = [];
  if (customer === null) issues.push({ path: ['customer'], message: words.chooseCustomer });
  else if (kind === 'write' && customer.address === null) {
    issues.push({ path: ['customer'], message: words.noAddress });
  }
  if (subject.trim() === '') issues.push({ path: ['subject'], message: words.writeSubject });
  if (message.trim() === '') issues.push({ path: ['message'], message: words.writeMessage });
  return issues.length === 0 ? { success: true } : { success: false, error: { issues } };
}
