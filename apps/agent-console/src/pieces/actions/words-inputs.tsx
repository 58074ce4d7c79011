import { MailRecipient } from '@bureau/contracts';
import type { Action, ActionOf } from '@bureau/contracts';
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
const OF_POSTS = placeholdersFor('post');

/** Where the desk writes, there is nobody who writes. */
function offeredTo(by: ActionsBy, names = NAMES): PlaceholdersOffered {
  const offers = (name: string) => names.includes(name) && (by === 'macro' || !name.startsWith('current_user.'));
  return { offers, blocks: [], withFields: true };
}

/** One text of an action: where it stands in it, and what is written there. */
interface TextProps {
  of: Pick<ActionInputProps<Action>, 'by' | 'errorAt'>;
  at: string;
  label: string;
  help?: string;
  rows?: number;
  maxLength?: number;
  value: string;
  onChange: (text: string) => void;
}

/** Words with placeholders, as they are typed. */
function PlainText({ of: { by, errorAt }, at, ...field }: TextProps) {
  return <PlaceholderField offered={offeredTo(by)} error={errorAt(at)} {...field} />;
}

/** HTML that is written like a letter. */
function Letter({ of: { by, errorAt }, value, onChange }: Pick<TextProps, 'of' | 'value' | 'onChange'>) {
  const [written, write] = useState(() => writtenTemplate(value));
  // Another text came from elsewhere: what was typed is of the past.
  const shown = normaliseTemplate(written) === value ? written : writtenTemplate(value);
  const type = (text: string) => {
    write(text);
    onChange(normaliseTemplate(text));
  };
  return (
    <PlaceholderField
      offered={offeredTo(by)}
      label={words.text}
      help={words.textHelp}
      error={errorAt('html')}
      rows={6}
      value={shown}
      onChange={type}
      isFormatted
      hasHint
    />
  );
}

export function SubjectInput(of: ActionInputProps<ActionOf<'set-subject'>>) {
  const { action, onChange } = of;
  const write = (subject: string) => onChange({ ...action, subject });
  return (
    <PlainText {...{ of }} at="subject" label={words.subject} maxLength={500} value={action.subject} onChange={write} />
  );
}

export function DescriptionInput(of: ActionInputProps<ActionOf<'set-description'>>) {
  const { action, onChange } = of;
  const { description: value } = action;
  const write = (description: string) => onChange({ ...action, description });
  return <PlainText {...{ of, value }} at="description" label={words.description} rows={3} onChange={write} />;
}

export function NoteInput(of: ActionInputProps<ActionOf<'add-note'>>) {
  const { action, onChange } = of;
  return <Letter of={of} value={action.html} onChange={(html) => onChange({ ...action, html })} />;
}

export function ChatterInput(of: ActionInputProps<ActionOf<'post-to-chatter'>>) {
  const { action, onChange } = of;
  return (
    <PlaceholderField
      offered={offeredTo(of.by, OF_POSTS)}
      label={words.text}
      help={words.chatterHelp}
      error={of.errorAt('text')}
      rows={3}
      maxLength={10_000}
      value={action.text}
      onChange={(text) => onChange({ ...action, text })}
    />
  );
}

/** The answer, and what else it says where mails are not what is written. */
export function ReplyInput(of: ActionInputProps<ActionOf<'quick-reply'>>) {
  const { action, by, onChange } = of;
  const { subject, plain } = action;
  const turn = (next: Partial<typeof action>) => onChange({ ...action, ...next });
  return (
    <>
      <p className="action-about">{words.quickReply[by]}</p>
      {subject !== null && (
        <PlainText
          of={of}
          at="subject"
          label={words.subjectOfReply}
          maxLength={300}
          value={subject}
          onChange={(next) => turn({ subject: next })}
        />
      )}
      <Letter of={of} value={action.html} onChange={(html) => turn({ html })} />
      {plain !== null && (
        <PlainText
          of={of}
          at="plain"
          label={words.plain}
          help={words.plainHelp}
          rows={3}
          value={plain}
          onChange={(next) => turn({ plain: next })}
        />
      )}
      <div className="action-more">
        <Button size="small" variant="quiet" onPress={() => turn({ subject: subject === null ? '' : null })}>
          {subject === null ? words.addSubject : words.removeSubject}
        </Button>
        <Button size="small" variant="quiet" onPress={() => turn({ plain: plain === null ? '' : null })}>
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

export function MailInput(of: ActionInputProps<ActionOf<'send-email'>>) {
  const { action, onChange, errorAt } = of;
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
      <PlainText
        of={of}
        at="subject"
        label={words.subject}
        maxLength={300}
        value={action.subject}
        onChange={(subject) => onChange({ ...action, subject })}
      />
      <Letter of={of} value={action.html} onChange={(html) => onChange({ ...action, html })} />
    </>
  );
}
