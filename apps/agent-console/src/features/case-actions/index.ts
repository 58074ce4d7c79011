export { CaseNotices } from './case-notices.tsx';
export { CaseNumber } from './case-number.tsx';
export { FollowButton } from './follow-button.tsx';
export { SnoozePicker } from './snooze-picker.tsx';
export { useCaseMenu } from './use-case-menu.ts';
export { useCaseActions } from './use-case-actions.ts';
export type { CaseActions } from './use-case-actions.ts';
