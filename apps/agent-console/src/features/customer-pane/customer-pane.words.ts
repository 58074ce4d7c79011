import { words } from '../../language/words.ts';

/** What the customer's pane says. */
export const customerWords = words('customer-pane', {
  title: 'Customer',
  addresses: 'Addresses',
  added: 'Added',
  feedback: 'Feedback',
  cases: (count: number) => (count === 1 ? '1 case' : `${count} cases`),
  otherCases: 'Other cases',
  noOtherCases: 'No other cases.',
  failed: 'The customer could not be loaded.',
  safe: 'The case and your draft are safe.',
  blocked: 'Blocked',
  profiles: 'On the networks',
  followers: (count: string) => `${count} followers`,
  verified: 'Verified',
  samePerson: 'The same person as another customer?',
  networks: { x: 'X', facebook: 'Facebook' },
  noSubject: '(no subject)',
});
