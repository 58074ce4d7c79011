import { words } from '../../language/words.ts';

/** What the account page says. */
export const accountWords = words('account', {
  title: 'Account',
  passwordTitle: 'Password',
  passwordHelp: 'Changing it ends every other session of yours.',
  current: 'Current password',
  next: 'New password',
  nextHelp: 'At least 10 characters.',
  change: 'Change password',
  changed: 'Password changed. Your other sessions have ended.',
  offline: 'The desk cannot be reached. Your password is unchanged; try again.',
});
