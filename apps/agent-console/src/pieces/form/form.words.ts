import { words } from '../../language/words.ts';

export const formWords = words('form', {
  save: 'Save',
  discard: 'Discard changes',
  changed: 'Not saved yet.',
  saved: 'Saved.',
  wrong: (count: number) => (count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`),
  offline: 'The desk cannot be reached. Nothing was saved; what you typed is still here. Try again.',
  conflict: 'Somebody else changed this while you did. Look at what is there now, then save again.',
  showTheirs: 'Show what is there now',
  leave: {
    title: 'Leave without saving?',
    losses: ['What you changed on this page'],
    confirm: 'Leave',
  },
});
