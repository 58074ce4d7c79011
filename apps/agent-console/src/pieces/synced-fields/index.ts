export { nameOfField } from './synced-fields.words.ts';
export { namesRecord, placeOf, SyncedValue } from './synced-value.tsx';
