import { words } from '../../language/words.ts';

/** What is said where a link is put on words. */
export const linkFormWords = words('link-form', {
  address: 'Address of the link',
  set: 'Set the link',
  remove: 'Remove the link',
});
