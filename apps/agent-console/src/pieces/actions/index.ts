export { ActionsField } from './actions-field.tsx';
export type { ActionsFieldProps } from './actions-field.tsx';
export type { ActionsBy } from './new-action.ts';
