import { mailboxesApi, UpdateMailbox, usersApi } from '@bureau/contracts';
import type { Mailbox } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Checkbox, Select, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { CheckSide } from './check-side.tsx';
import { ImapInputs } from './imap-fields.tsx';
import { imapFieldsOf, imapOf, noImap, noSmtp, smtpFieldsOf, smtpOf } from './mail-servers.ts';
import type { ImapFields, SmtpFields } from './mail-servers.ts';
import { mailboxWords as words } from './mailboxes.words.ts';
import { SmtpInputs } from './smtp-fields.tsx';
import { SurveyInputs } from './survey-fields.tsx';
import type { SurveyFields } from './survey-fields.tsx';

interface Fields extends SurveyFields {
  name: string;
  groupId: number | null;
  autoAcknowledge: boolean;
  imap: ImapFields | null;
  smtp: SmtpFields | null;
}

const NO_GROUP = 'none';

/** Only a side that was touched is sent, so that nobody else's change to the other one is undone. */
function bodyOf(fields: Fields, saved: Fields): UpdateMailbox {
  const { name, groupId, autoAcknowledge, survey, surveyAfterHours, imap, smtp } = fields;
  return {
    ...{ name, groupId, autoAcknowledge, survey, surveyAfterHours },
    ...(JSON.stringify(imap) === JSON.stringify(saved.imap) ? {} : { imap: imapOf(imap) }),
    ...(JSON.stringify(smtp) === JSON.stringify(saved.smtp) ? {} : { smtp: smtpOf(smtp) }),
  };
}

/** Everything that can be set of a mailbox, with a check of each side before it is saved. */
export function MailboxForm({ mailbox }: { mailbox: Mailbox }) {
  const client = useClient();
  const queries = useQueryClient();
  const saved: Fields = {
    name: mailbox.name,
    groupId: mailbox.groupId,
    autoAcknowledge: mailbox.autoAcknowledge,
    survey: mailbox.survey,
    surveyAfterHours: mailbox.surveyAfterHours,
    imap: imapFieldsOf(mailbox.imap),
    smtp: smtpFieldsOf(mailbox.smtp),
  };
  const form = useForm({
    saved,
    save: async (fields) => {
      const body = bodyOf(fields, saved);
      await client.call(mailboxesApi.update, { params: { mailboxId: mailbox.id }, body });
      await queries.invalidateQueries({ queryKey: keyOf(mailboxesApi.list) });
    },
    check: { safeParse: (fields: Fields) => UpdateMailbox.safeParse(bodyOf(fields, saved)) },
  });
  return (
    <FormFrame form={form}>
      <AboutIt mailbox={mailbox} form={form} />
      <WayIn mailbox={mailbox} form={form} />
      <WayOut mailbox={mailbox} form={form} />
    </FormFrame>
  );
}

type MailboxFormState = ReturnType<typeof useForm<Fields>>;

function AboutIt({ mailbox, form: { values, set, errorOf } }: { mailbox: Mailbox; form: MailboxFormState }) {
  const groups = useRoute(usersApi.groups, {});
  const choices = (groups.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <>
      <TextField
        label={words.name}
        help={words.nameHelp}
        isRequired
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <Select
        label={words.group}
        help={words.groupHelp}
        choices={[{ id: NO_GROUP, label: words.noGroup }, ...choices]}
        value={values.groupId === null ? NO_GROUP : String(values.groupId)}
        onChange={(id) => set({ groupId: id === NO_GROUP ? null : Number(id) })}
        error={errorOf('groupId')}
      />
      <Checkbox
        isSelected={values.autoAcknowledge}
        onChange={(autoAcknowledge) => set({ autoAcknowledge })}
        help={words.acknowledgeHelp}
      >
        {words.acknowledge}
      </Checkbox>
      <SurveyInputs fields={values} brand={mailbox.brand} set={set} errorOf={errorOf} />
    </>
  );
}

function WayIn({ mailbox, form: { values, set, errorOf } }: { mailbox: Mailbox; form: MailboxFormState }) {
  const { imap } = values;
  return (
    <AdminSection title={words.wayIn} lead={words.wayInLead}>
      <Select
        label={words.way}
        choices={[
          { id: 'smtp', label: words.waySmtp, detail: words.waySmtpMeans },
          { id: 'imap', label: words.wayImap, detail: words.wayImapMeans },
        ]}
        value={imap ? 'imap' : 'smtp'}
        onChange={(way) => set({ imap: way === 'imap' ? (imapFieldsOf(mailbox.imap) ?? noImap) : null })}
      />
      {imap && (
        <>
          <ImapInputs
            fields={imap}
            set={(changes) => set({ imap: { ...imap, ...changes } })}
            errorOf={errorOf}
            hasPassword={mailbox.imap !== null}
          />
          <CheckSide
            side="imap"
            body={{ address: mailbox.address, imap: imapOf(imap), smtp: null, mailboxId: mailbox.id }}
          />
        </>
      )}
    </AdminSection>
  );
}

function WayOut({ mailbox, form: { values, set, errorOf } }: { mailbox: Mailbox; form: MailboxFormState }) {
  const { smtp } = values;
  const body = { address: mailbox.address, imap: null, smtp: smtpOf(smtp) ?? ('desk' as const), mailboxId: mailbox.id };
  return (
    <AdminSection title={words.wayOut} lead={words.wayOutLead}>
      <Select
        label={words.out}
        choices={[
          { id: 'desk', label: words.outDesk, detail: words.outDeskMeans },
          { id: 'own', label: words.outOwn, detail: words.outOwnMeans },
        ]}
        value={smtp ? 'own' : 'desk'}
        onChange={(way) => set({ smtp: way === 'own' ? (smtpFieldsOf(mailbox.smtp) ?? noSmtp) : null })}
      />
      {smtp && (
        <SmtpInputs
          fields={smtp}
          set={(changes) => set({ smtp: { ...smtp, ...changes } })}
          errorOf={errorOf}
          hasPassword={mailbox.smtp !== null && mailbox.smtp.user !== ''}
        />
      )}
      <CheckSide side="smtp" body={body} />
    </AdminSection>
  );
}
