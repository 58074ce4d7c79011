export { LabelStrip } from './label-strip.tsx';
export { CaseProperties } from './case-properties.tsx';
