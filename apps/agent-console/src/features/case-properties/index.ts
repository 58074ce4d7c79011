export { CaseProperties } from './case-properties.tsx';
