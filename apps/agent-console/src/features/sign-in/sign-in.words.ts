import { words } from '../../language/words.ts';

/** What the sign-in page says. */
export const signInWords = words('sign-in', {
  title: 'Sign in to Bureau',
  again: 'Sign in again',
  kept: 'Your session has ended. Your place and everything you typed are kept.',
  email: 'E-mail address',
  password: 'Password',
  forgotten: 'Forgot your password?',
  submit: 'Sign in',
  offline: 'The desk cannot be reached. Check your connection and try again.',
  code: {
    title: 'Your second factor',
    authenticator: {
      label: 'Code',
      help: 'The six digits that your authenticator shows now.',
      wrong: 'The code is wrong or was used already. Write the one that your authenticator shows now.',
      other: 'Use a recovery code',
    },
    recovery: {
      label: 'Recovery code',
      help: 'One of those you kept, such as k3vq-7m2x-ab4t-qz5d. Each works once.',
      wrong: 'This is no recovery code of yours, or it was used already. Try another.',
      other: 'Use the authenticator',
    },
    back: 'Start over',
    lost: 'Lost the authenticator and the recovery codes? An administrator can take the second factor off.',
    tooLate: 'The sign-in took too long. Begin again with your password.',
  },
});
