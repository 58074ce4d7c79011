import { words } from '../../language/words.ts';

/** Words around what is there to be copied. */
export const copyableWords = words('copyable', {
  copy: 'Copy',
  copyNamed: (label: string) => `Copy: ${label}`,
  copied: (label: string) => `${label} copied`,
  notCopied: 'Your browser did not allow it. Select the text and copy it.',
});
