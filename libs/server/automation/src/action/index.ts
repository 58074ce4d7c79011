import { ActionMailRepository } from '../text/action-mail.repository.ts';
import { SayWords } from '../text/say-words.ts';
import { SendActionMail } from '../text/send-action-mail.ts';
import { SendAnswer } from '../text/send-answer.ts';
import { Acknowledge } from './acknowledge.ts';
import { ActionHandlers } from './action-handlers.ts';
import { AddNote } from './add-note.ts';
import { ApplyActions } from './apply-actions.ts';
import { AssignByTurn } from './assign.ts';
import { CallWebhook } from './call-webhook.ts';
import { CheckActions } from './check-actions.ts';
import { Delete } from './delete.ts';
import { DescribeActions } from './describe-actions.ts';
import { Follow } from './follow.ts';
import { KnownReferences } from './known-references.ts';
import { LastHandlerQueries } from './last-handler.queries.ts';
import { PreviewActions } from './preview-actions.ts';
import { InsertArticle } from './insert-article.ts';
import { QuickReply } from './quick-reply.ts';
import { PostToChatter, SyncCase, SyncCustomer } from './salesforce.ts';
import { SendEmail } from './send-email.ts';
import { SendSurvey } from './send-survey.ts';
import { SetBrand } from './set-brand.ts';
import { SetCustomFields } from './set-custom-fields.ts';
import { SetDescription } from './set-description.ts';
import { SetGroup } from './set-group.ts';
import { SetSubject } from './set-subject.ts';
import { SetUser } from './set-user.ts';
import { Snooze } from './snooze.ts';

export type { ActionContext } from './action-context.ts';
export { ApplyActions } from './apply-actions.ts';
export { CheckActions } from './check-actions.ts';
export { DescribeActions } from './describe-actions.ts';
export { PreviewActions } from './preview-actions.ts';

/** What the module provides for actions. */
export const ACTION_PROVIDERS = [
  Acknowledge,
  ActionHandlers,
  ActionMailRepository,
  AddNote,
  ApplyActions,
  AssignByTurn,
  CallWebhook,
  CheckActions,
  Delete,
  DescribeActions,
  Follow,
  KnownReferences,
  LastHandlerQueries,
  PreviewActions,
  InsertArticle,
  QuickReply,
  SayWords,
  SendActionMail,
  SendAnswer,
  SendEmail,
  SendSurvey,
  SetBrand,
  SetCustomFields,
  SetDescription,
  SetGroup,
  SetSubject,
  SetUser,
  Snooze,
  SyncCase,
  PostToChatter,
  SyncCustomer,
];
