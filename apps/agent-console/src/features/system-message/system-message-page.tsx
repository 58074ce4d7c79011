import './system-message.css';
import { systemMessageApi, usersApi, WriteSystemMessage } from '@bureau/contracts';
import type { SystemMessage } from '@bureau/contracts';
import { keyOf, useClient, useRoute, useVersioned } from '@bureau/client';
import type { Versioned } from '@bureau/client';
import { ErrorState, Select, Skeleton, TextArea, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { Members } from '../../pieces/members/index.ts';
import { fieldMoment, momentOfField } from '../../plain/field-moment.ts';
import { MessageBanner } from './message-banner.tsx';
import { systemMessageWords as words } from './system-message.words.ts';

const DAY = 86_400_000;

/** What is said to those who work here, to whom, and until when. */
export function SystemMessagePage() {
  const message = useVersioned(systemMessageApi.read, {});
  return (
    <AdminPage title={words.title} lead={words.lead}>
      {message.isPending && <Skeleton rows={4} />}
      {message.isError && !message.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void message.refetch()}
          isRetrying={message.isFetching}
        />
      )}
      {message.data && <MessageForm read={message.data} onShowTheirs={() => void message.refetch()} />}
    </AdminPage>
  );
}

interface Fields {
  message: string;
  isForGroups: boolean;
  groupIds: number[];
  until: string | null;
}

const fieldsOf = ({ message, groupIds, until }: SystemMessage): Fields => ({
  message,
  isForGroups: groupIds.length > 0,
  groupIds,
  until,
});
const inputOf = ({ isForGroups, groupIds, ...fields }: Fields) => ({
  ...fields,
  groupIds: isForGroups ? groupIds : [],
});

/** The contract's check, and that a choice of groups names one. */
const check = {
  safeParse: (fields: Fields) =>
    WriteSystemMessage.refine(() => !fields.isForGroups || fields.groupIds.length > 0, {
      path: ['groupIds'],
      message: words.noGroupFault,
    }).safeParse(inputOf(fields)),
};

function MessageForm({ read, onShowTheirs }: { read: Versioned<SystemMessage>; onShowTheirs: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const save = async (fields: Fields) => {
    await client.call(systemMessageApi.write, { body: inputOf(fields) }, { ifMatch: read.version });
    await queries.invalidateQueries({ queryKey: keyOf(systemMessageApi.read) });
    await queries.invalidateQueries({ queryKey: keyOf(systemMessageApi.told) });
  };
  const form = useForm({ saved: fieldsOf(read.value), check, save });
  const { values, set, errorOf } = form;
  const said = values.message.trim();
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <TextArea
        label={words.message}
        help={words.messageHelp}
        rows={3}
        maxLength={500}
        validationBehavior="aria"
        error={errorOf('message')}
        value={values.message}
        onChange={(message) => set({ message })}
      />
      <Select
        label={words.to}
        choices={[
          { id: 'everybody', label: words.everybody },
          { id: 'groups', label: words.someGroups },
        ]}
        value={values.isForGroups ? 'groups' : 'everybody'}
        onChange={(choice) => set({ isForGroups: choice === 'groups' })}
      />
      {values.isForGroups && (
        <Members
          label={words.groups}
          add={words.addGroup}
          none={words.noGroup}
          error={errorOf('groupIds')}
          all={groups}
          chosen={values.groupIds}
          onChange={(groupIds) => set({ groupIds })}
        />
      )}
      <UntilField value={values.until} error={errorOf('until')} onChange={(until) => set({ until })} />
      <section className="system-message-preview">
        <h2>{words.preview}</h2>
        {said ? <MessageBanner message={said} /> : <p className="system-message-quiet">{words.nothing}</p>}
      </section>
    </FormFrame>
  );
}

interface UntilFieldProps {
  value: string | null;
  error: string | undefined;
  onChange: (until: string | null) => void;
}

function UntilField({ value, error, onChange }: UntilFieldProps) {
  return (
    <>
      <Select
        label={words.until}
        choices={[
          { id: 'forever', label: words.forever },
          { id: 'then', label: words.untilThen },
        ]}
        value={value === null ? 'forever' : 'then'}
        onChange={(choice) => onChange(choice === 'then' ? new Date(Date.now() + DAY).toISOString() : null)}
      />
      {value !== null && (
        <TextField
          label={words.untilAt}
          help={words.untilHelp}
          type="datetime-local"
          validationBehavior="aria"
          error={error}
          value={fieldMoment(value)}
          onChange={(typed) => {
            const at = momentOfField(typed);
            if (at !== '') onChange(at);
          }}
        />
      )}
    </>
  );
}
