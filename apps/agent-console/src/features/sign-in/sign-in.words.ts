/** What the sign-in page says. */
export const signInWords = {
  title: 'Sign in to Bureau',
  again: 'Sign in again',
  kept: 'Your session has ended. Your place and everything you typed are kept.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  offline: 'The desk cannot be reached. Check your connection and try again.',
} as const;
