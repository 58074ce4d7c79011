export { ConditionsEditor } from './conditions-editor.tsx';
export type { ConditionsEditorProps } from './conditions-editor.tsx';
export { isComplete } from './edit-conditions.ts';
