import { words } from '../../language/words.ts';

/** What the page of an empty desk says. */
export const setUpWords = words('set-up', {
  title: 'Set up your desk',
  intro: 'This desk is empty. Name yourself, your company and its first mailbox; everything can be changed later.',
  done: 'This desk is already set up.',
  toSignIn: 'Go to the sign-in',
  failed: 'The state of this desk could not be read.',
  noToken: 'Open this page with the link that the start of the desk printed: it holds a set-up token.',
  name: 'Your name',
  email: 'Your e-mail address',
  emailHelp: 'You sign in with it.',
  password: 'Password',
  passwordHelp: 'At least 10 characters.',
  company: 'Company',
  companyHelp: 'The first brand gets this name; customers see it.',
  mailbox: 'First mailbox',
  mailboxHelp: 'Customers write to this address, for example support@example.com.',
  submit: 'Set up',
  offline: 'The desk cannot be reached. What you typed stays here; try again.',
});
