export { CaseProperties } from './case-properties.tsx';
export { LabelStrip } from './label-strip.tsx';
export { SubjectEditor } from './subject-editor.tsx';
