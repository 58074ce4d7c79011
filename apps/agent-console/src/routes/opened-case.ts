export { CasePane } from './case-pane.tsx';
export { ContextPane } from './context-pane.tsx';
