export { TrialCase } from './trial-case.tsx';
