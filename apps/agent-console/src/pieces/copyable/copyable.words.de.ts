import type { copyableWords } from './copyable.words.ts';

export const copyableGerman: typeof copyableWords = {
  copy: 'Kopieren',
  copyNamed: (label) => `Kopieren: ${label}`,
  copied: (label) => `${label} kopiert`,
  notCopied: 'Ihr Browser hat es nicht erlaubt. Markieren und kopieren Sie den Text.',
};
