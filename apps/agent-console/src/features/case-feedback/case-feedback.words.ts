import { words } from '../../language/words.ts';

/** What the console says of feedback on a case and of a customer. */
export const caseFeedbackWords = words('case-feedback', {
  title: 'Feedback',
  erase: 'Erase the words',
  eraseTitle: 'Erase what the customer wrote?',
  eraseLoss: 'The words are gone for good, here and in the search. The rating stays.',
  erased: 'The words were erased.',
  notErased: 'Nothing was erased.',
});
