import { words } from '../../language/words.ts';

export const preferencesWords = words('preferences-saved', {
  saved: 'Saved.',
  notSaved: 'The desk did not keep your choice.',
  retry: 'Try again',
});
