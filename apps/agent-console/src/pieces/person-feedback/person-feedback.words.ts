import { words } from '../../language/words.ts';

/** What the console says of a customer's feedback. */
export const personFeedbackWords = words('person-feedback', {
  failed: 'The feedback could not be loaded.',
  safe: 'Nothing is lost.',
  none: 'This customer has given no feedback yet.',
  content: (content: number, all: number) => `content in ${content} of ${all}`,
});
