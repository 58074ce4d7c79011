import { ActionHandlers } from './action-handlers.ts';
import { AddNote } from './add-note.ts';
import { ApplyActions } from './apply-actions.ts';
import { CheckActions } from './check-actions.ts';
import { DescribeActions } from './describe-actions.ts';
import { KnownReferences } from './known-references.ts';
import { PreviewActions } from './preview-actions.ts';
import { SayWords } from '../text/say-words.ts';
import { SetGroup } from './set-group.ts';
import { SetUser } from './set-user.ts';

export type { ActionContext } from './action-context.ts';
export { ApplyActions } from './apply-actions.ts';
export { CheckActions } from './check-actions.ts';
export { DescribeActions } from './describe-actions.ts';
export { PreviewActions } from './preview-actions.ts';

/** What the module provides for actions. */
export const ACTION_PROVIDERS = [
  ActionHandlers,
  AddNote,
  ApplyActions,
  CheckActions,
  DescribeActions,
  KnownReferences,
  PreviewActions,
  SayWords,
  SetGroup,
  SetUser,
];
