export { foundMacros, macroGroups } from './macro-groups.ts';
export type { MacroGroup, MacroRow } from './macro-groups.ts';
export { MacroPreviewPane } from './macro-preview-pane.tsx';
export { useApplyMacros } from './use-apply-macros.ts';
export { refreshMacros, useMacros } from './use-macros.ts';
export { fieldName, irrevocableName, macroWords } from './macros.words.ts';
