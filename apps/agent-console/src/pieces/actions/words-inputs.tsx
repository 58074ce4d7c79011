import { MailRecipient } from '@bureau/contracts';
import type { ActionOf } from '@bureau/contracts';
import { normaliseTemplate, placeholdersFor, writtenTemplate } from '@bureau/domain';
import { Button, Select, TextField } from '@bureau/ui';
import { useState } from 'react';
import { PlaceholderField } from '../placeholders/index.ts';
import type { PlaceholdersOffered } from '../placeholders/index.ts';
import { actionsFieldWords as words } from './actions.words.ts';
import { ChooseGroup, ChooseUser } from './choose-inputs.tsx';
import type { ActionInputProps } from './input-props.ts';
import { UNCHOSEN } from './new-action.ts';
import type { ActionsBy } from './new-action.ts';

const NAMES = placeholdersFor('action');

/** Where the desk writes, there is nobody who writes. */
function offeredTo(by: ActionsBy): PlaceholdersOffered {
  const offers = (name: string) => NAMES.includes(name) && (by === 'macro' || !name.startsWith('current_user.'));
  return { offers, blocks: [], withFields: true };
}

interface TextInputProps {
  by: ActionsBy;
  label: string;
  help?: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** HTML that is written like a letter. */
function LetterInput({ by, value, onChange, ...field }: TextInputProps) {
  const [written, write] = useState(() => writtenTemplate(value));
  // Another text came from elsewhere: what was typed is of the past.
  const shown = normaliseTemplate(written) === value ? written : writtenTemplate(value);
  const type = (text: string) => {
    write(text);
    onChange(normaliseTemplate(text));
  };
  return (
    <PlaceholderField
      {...field}
      help={field.help ?? words.textHelp}
      offered={offeredTo(by)}
      rows={6}
      value={shown}
      onChange={type}
      isFormatted
      hasHint
    />
  );
}

export function SubjectInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'set-subject'>>) {
  return (
    <PlaceholderField
      offered={offeredTo(by)}
      label={words.subject}
      maxLength={500}
      value={action.subject}
      error={errorAt('subject')}
      onChange={(subject) => onChange({ ...action, subject })}
    />
  );
}

export function DescriptionInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'set-description'>>) {
  return (
    <PlaceholderField
      offered={offeredTo(by)}
      label={words.description}
      rows={3}
      value={action.description}
      error={errorAt('description')}
      onChange={(description) => onChange({ ...action, description })}
    />
  );
}

export function NoteInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'add-note'>>) {
  return (
    <LetterInput
      by={by}
      label={words.text}
      value={action.html}
      error={errorAt('html')}
      onChange={(html) => onChange({ ...action, html })}
    />
  );
}

export function ChatterInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'post-to-chatter'>>) {
  return (
    <PlaceholderField
      offered={offeredTo(by)}
      label={words.text}
      rows={3}
      value={action.text}
      error={errorAt('text')}
      onChange={(text) => onChange({ ...action, text })}
    />
  );
}

/** The answer, and what else it says where mails are not what is written. */
export function ReplyInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'quick-reply'>>) {
  const { subject, plain } = action;
  return (
    <>
      <p className="action-about">{words.quickReply[by]}</p>
      {subject !== null && (
        <PlaceholderField
          offered={offeredTo(by)}
          label={words.subjectOfReply}
          maxLength={300}
          value={subject}
          error={errorAt('subject')}
          onChange={(next) => onChange({ ...action, subject: next })}
        />
      )}
      <LetterInput
        by={by}
        label={words.text}
        value={action.html}
        error={errorAt('html')}
        onChange={(html) => onChange({ ...action, html })}
      />
      {plain !== null && (
        <PlaceholderField
          offered={offeredTo(by)}
          label={words.plain}
          help={words.plainHelp}
          rows={3}
          value={plain}
          error={errorAt('plain')}
          onChange={(next) => onChange({ ...action, plain: next })}
        />
      )}
      <div className="action-more">
        <Button
          size="small"
          variant="quiet"
          onPress={() => onChange({ ...action, subject: subject === null ? '' : null })}
        >
          {subject === null ? words.addSubject : words.removeSubject}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onChange({ ...action, plain: plain === null ? '' : null })}>
          {plain === null ? words.addPlain : words.removePlain}
        </Button>
      </div>
    </>
  );
}

const RECIPIENTS = MailRecipient.options.map((option) => option.shape.to.value);

function recipientOf(to: MailRecipient['to']): MailRecipient {
  switch (to) {
    case 'customer':
    case 'assignee':
      return { to };
    case 'group':
      return { to, groupId: UNCHOSEN };
    case 'user':
      return { to, userId: UNCHOSEN };
    case 'address':
      return { to, address: '' };
  }
}

export function MailInput({ action, by, onChange, errorAt }: ActionInputProps<ActionOf<'send-email'>>) {
  const { recipient } = action;
  const sendTo = (next: MailRecipient) => onChange({ ...action, recipient: next });
  return (
    <>
      <div className="action-recipient">
        <Select
          label={words.recipient}
          choices={RECIPIENTS.map((id) => ({ id, label: words.recipients[id] }))}
          value={recipient.to}
          error={errorAt('recipient') ?? errorAt('recipient.to')}
          onChange={(to) => sendTo(recipientOf(to))}
        />
        {recipient.to === 'group' && (
          <ChooseGroup
            value={recipient.groupId}
            error={errorAt('recipient.groupId')}
            onChange={(id) => id !== null && sendTo({ to: 'group', groupId: id })}
          />
        )}
        {recipient.to === 'user' && (
          <ChooseUser
            value={recipient.userId}
            error={errorAt('recipient.userId')}
            onChange={(id) => id !== null && sendTo({ to: 'user', userId: id })}
          />
        )}
        {recipient.to === 'address' && (
          <TextField
            aria-label={words.address}
            type="email"
            validationBehavior="aria"
            value={recipient.address}
            error={errorAt('recipient.address')}
            onChange={(address) => sendTo({ to: 'address', address })}
          />
        )}
      </div>
      <PlaceholderField
        offered={offeredTo(by)}
        label={words.subject}
        maxLength={300}
        value={action.subject}
        error={errorAt('subject')}
        onChange={(subject) => onChange({ ...action, subject })}
      />
      <LetterInput
        by={by}
        label={words.text}
        value={action.html}
        error={errorAt('html')}
        onChange={(html) => onChange({ ...action, html })}
      />
    </>
  );
}
