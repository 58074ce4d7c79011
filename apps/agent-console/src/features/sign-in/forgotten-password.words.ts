import { words } from '../../language/words.ts';

/** What the page for those who forgot their password says. */
export const forgottenPasswordWords = words('forgotten-password', {
  title: 'Forgot your password?',
  about: 'Write the address that you sign in with. You receive a mail with a link to set a new password.',
  email: 'E-mail address',
  submit: 'Mail me a link',
  offline: 'The desk cannot be reached. Nothing was sent; try again.',
  sentTitle: 'Look into your mailbox',
  sent: (email: string) =>
    `If somebody signs in here as ${email}, a mail with a link is on its way. The link works once, for an hour.`,
  nothingCame: 'Nothing came? Look among the spam, and check the address.',
  again: 'Ask again',
  back: 'Back to the sign-in',
});
