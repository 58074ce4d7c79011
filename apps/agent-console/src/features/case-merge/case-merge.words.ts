import { words } from '../../language/words.ts';

/** What merging cases, and taking them apart again, says. */
export const mergeWords = words('case-merge', {
  menu: 'Merge…',
  unmerge: 'Take out of the merge',
  title: (caseId: number) => `Merge #${caseId} with another case`,
  lead: 'Everything said moves into one case; the other one is closed and points to it. It can be taken out again at any time.',
  find: 'Find the other case by number or words',
  ofCustomer: 'Other cases of this customer',
  noOthers: 'This customer has no other e-mail case. Look for one above.',
  noMatch: 'No case matches.',
  failed: 'The cases could not be loaded.',
  caseFailed: 'This case could not be loaded.',
  stays: 'Stays',
  goes: 'Is closed',
  swap: 'Swap the two',
  messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  opened: 'Opened',
  others: (names: string) =>
    `The two belong to different customers: ${names}. Answers will go to the customer of the case that stays.`,
  meant: 'Merge them all the same',
  noSubject: '(no subject)',
  another: 'Another case',
  confirm: (from: number, into: number) => `Merge #${from} into #${into}`,
  choose: 'Merge',
  cancel: 'Cancel',
  done: (from: number, into: number) => `#${from} is part of #${into} now.`,
  undone: (caseId: number) => `#${caseId} is a case of its own again.`,
  refused: 'Not merged.',
  notTakenOut: 'Not taken out.',
  shortcuts: { section: 'Case', merge: 'Merge with another case' },
});
