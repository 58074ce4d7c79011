import type { ReactNode } from 'react';
import { actionsFieldWords as words } from './actions.words.ts';
import { ChooseArticle } from './choose-article.tsx';
import { ChooseBrand, ChooseGroup, ChooseLabels, ChooseUser } from './choose-inputs.tsx';
import { FieldsInput } from './fields-input.tsx';
import { ChooseWebhook } from './choose-webhook.tsx';
import type { ActionInputProps } from './input-props.ts';
import { AssignInput, LanguageInput, PriorityInput, SnoozeInput, StatusInput, StepsInput } from './short-inputs.tsx';
import { ChatterInput, DescriptionInput, MailInput, NoteInput, ReplyInput, SubjectInput } from './words-inputs.tsx';

/** The fields of an action, each written with what fits it. */
export function ActionInputs(props: ActionInputProps): ReactNode {
  const { action, by, onChange, errorAt } = props;
  switch (action.type) {
    case 'set-status':
      return <StatusInput {...props} action={action} />;
    case 'set-priority':
      return <PriorityInput {...props} action={action} />;
    case 'change-priority':
      return <StepsInput {...props} action={action} />;
    case 'set-group':
      return (
        <ChooseGroup
          value={action.groupId}
          none={words.noGroup}
          error={errorAt('groupId')}
          onChange={(groupId) => onChange({ ...action, groupId })}
        />
      );
    case 'set-user':
      return (
        <ChooseUser
          value={action.userId}
          none={words.nobody}
          error={errorAt('userId')}
          onChange={(userId) => onChange({ ...action, userId })}
        />
      );
    case 'follow':
      return (
        <ChooseUser
          value={action.userId}
          none={words.follower[by]}
          error={errorAt('userId')}
          onChange={(userId) => onChange({ ...action, userId })}
        />
      );
    case 'assign':
      return <AssignInput {...props} action={action} />;
    case 'set-labels':
    case 'append-labels':
    case 'remove-labels':
      return <ChooseLabels {...props} action={action} />;
    case 'set-subject':
      return <SubjectInput {...props} action={action} />;
    case 'set-description':
      return <DescriptionInput {...props} action={action} />;
    case 'set-custom-fields':
      return <FieldsInput {...props} action={action} />;
    case 'set-language':
      return <LanguageInput {...props} action={action} />;
    case 'set-brand':
      return (
        <ChooseBrand
          value={action.brandId}
          error={errorAt('brandId')}
          onChange={(brandId) => onChange({ ...action, brandId })}
        />
      );
    case 'add-note':
      return <NoteInput {...props} action={action} />;
    case 'quick-reply':
      return <ReplyInput {...props} action={action} />;
    case 'send-email':
      return <MailInput {...props} action={action} />;
    case 'snooze':
      return <SnoozeInput {...props} action={action} />;
    case 'insert-article':
      return (
        <ChooseArticle
          value={action.articleId}
          error={errorAt('articleId')}
          onChange={(articleId) => onChange({ ...action, articleId })}
        />
      );
    case 'call-webhook':
      return (
        <ChooseWebhook
          value={action.webhookId}
          error={errorAt('webhookId')}
          onChange={(webhookId) => onChange({ ...action, webhookId })}
        />
      );
    case 'post-to-chatter':
      return <ChatterInput {...props} action={action} />;
    case 'assign-to-me':
    case 'acknowledge':
    case 'send-survey':
    case 'mark-spam':
    case 'delete':
    case 'sync-case':
    case 'sync-customer':
      return null;
  }
}
