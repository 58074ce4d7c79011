export { CaseLogDialog } from './case-log-dialog.tsx';
export type { CaseLogDialogProps } from './case-log-dialog.tsx';
