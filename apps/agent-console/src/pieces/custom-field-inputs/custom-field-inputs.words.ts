import { words } from '../../language/words.ts';

export const customFieldInputWords = words('custom-field-inputs', { unknown: '–', yes: 'Yes', no: 'No' });
