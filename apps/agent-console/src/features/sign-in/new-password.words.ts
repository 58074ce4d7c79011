import { words } from '../../language/words.ts';

/** What stands around a password to choose. */
export const newPasswordWords = words('new-password', {
  label: 'Password',
  help: 'At least 10 characters. A few words that only you put together are best.',
  show: 'Show the password',
});
