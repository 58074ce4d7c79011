export { nameOfField } from './synced-fields.words.ts';
