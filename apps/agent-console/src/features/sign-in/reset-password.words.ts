import { words } from '../../language/words.ts';

/** What the page that sets a new password says. */
export const resetPasswordWords = words('reset-password', {
  title: 'Choose a new password',
  about: 'Every session of yours ends, wherever it is; then sign in with the new password.',
  submit: 'Set the password',
  offline: 'The desk cannot be reached. Your password is as it was; try again.',
  goneTitle: 'This link is over',
  gone: 'It has been used or has expired.',
  askAgain: 'Ask for a new link',
  doneTitle: 'Your password is set',
  done: 'All your sessions have ended. Sign in with the new password.',
});
