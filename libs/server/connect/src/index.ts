export * from './connect.module.ts';
export { HearOfChanges } from './hints/hear-of-changes.ts';
