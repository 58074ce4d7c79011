export { ChooseDialog, ChooseRow } from './choose-dialog.tsx';
export type { ChooseDialogProps, ChooseHint } from './choose-dialog.tsx';
