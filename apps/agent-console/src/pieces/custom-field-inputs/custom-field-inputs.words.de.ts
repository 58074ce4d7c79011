import type { customFieldInputWords } from './custom-field-inputs.words.ts';

export const customFieldInputGerman: typeof customFieldInputWords = { unknown: '–', yes: 'Ja', no: 'Nein' };
