export { ruleTroubleWords } from './rule-trouble.words.ts';
export { sayTrouble } from './say-trouble.ts';
