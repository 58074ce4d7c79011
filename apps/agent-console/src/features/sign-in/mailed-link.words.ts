import { words } from '../../language/words.ts';

/** What the pages behind mailed links have in common. */
export const mailedLinkWords = words('mailed-link', {
  failed: 'This link could not be looked at.',
  safe: 'It still works.',
  advice: 'Check your connection, then try again.',
  email: 'E-mail address',
  signIn: 'Go to the sign-in',
});
