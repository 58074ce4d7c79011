import { words } from '../../language/words.ts';

/** What the page of an invitation says. */
export const invitationWords = words('invitation', {
  title: 'Welcome to the desk',
  about: 'You are invited to work here. Say how you are called and choose a password.',
  other: (name: string) => `You are signed in as ${name} in this browser. Joining ends that session.`,
  name: 'Your name',
  nameHelp: 'Colleagues see it, and customers where you answer them.',
  submit: 'Join the desk',
  offline: 'The desk cannot be reached. What you typed stays here; try again.',
  goneTitle: 'This invitation is over',
  gone: 'It has been used or has expired. Sign in if you have joined already; if not, ask for another invitation.',
});
