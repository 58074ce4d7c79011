export { placeholderName } from './placeholder-name.ts';
export { PlaceholderField } from './placeholder-field.tsx';
export type { PlaceholderFieldProps } from './placeholder-field.tsx';
export type { PlaceholdersOffered } from './placeholder-menu.ts';
