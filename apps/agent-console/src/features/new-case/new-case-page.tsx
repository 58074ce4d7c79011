import './new-case.css';
import { casesApi, customersApi, mailboxesApi, usersApi } from '@bureau/contracts';
import { can, useClient, useRoute, useSession } from '@bureau/client';
import { EmptyState, Select, TextArea, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { newKey } from '../../plain/new-key.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { CustomerField } from './customer-field.tsx';
import { checkNewCase } from './check-new-case.ts';
import { openingOf } from './new-case-values.ts';
import type { NewCaseKind, NewCaseValues } from './new-case-values.ts';
import { newCaseWords as words } from './new-case.words.ts';

const kinds: readonly NewCaseKind[] = ['write', 'call', 'told'];
const levels = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const NONE = 'none';

const empty: NewCaseValues = {
  kind: 'write',
  customer: null,
  mailboxId: null,
  subject: '',
  message: '',
  groupId: null,
  assigneeId: null,
  priority: 4,
};

export interface NewCasePageProps {
  /** Whom it is for, when that is known already. */
  customerId: number | null;
  onOpened: (caseId: number) => void;
  onLeave: () => void;
}

/** Opens a case by hand: writes to a customer first, or keeps what one told. */
export function NewCasePage({ customerId, onOpened, onLeave }: NewCasePageProps) {
  const session = useSession();
  const params = { customerId: customerId ?? 0 };
  const known = useRoute(customersApi.get, { params }, { enabled: customerId !== null });
  if (!can(session, casesApi.open)) return <EmptyState icon="alert">{words.forbidden}</EmptyState>;
  const customer = known.data ?? null;
  return <NewCaseForm saved={{ ...empty, customer }} onOpened={onOpened} onLeave={onLeave} />;
}

type NewCaseFormProps = Pick<NewCasePageProps, 'onOpened' | 'onLeave'> & { saved: NewCaseValues };

function NewCaseForm({ saved, onOpened, onLeave }: NewCaseFormProps) {
  const session = useSession();
  const mayWrite = can(session, casesApi.reply);
  const form = useForm({
    saved: mayWrite ? saved : { ...saved, kind: saved.kind === 'write' ? 'call' : saved.kind },
    check: { safeParse: checkNewCase },
    save: useOpenCase(onOpened),
  });
  const { values, set, errorOf } = form;
  return (
    <AdminPage title={words.title} lead={words.lead}>
      <FormFrame
        form={form}
        isNew
        saveLabel={values.kind === 'write' ? words.send : words.open}
        onCancel={{ label: words.cancel, run: onLeave }}
      >
        <Select
          label={words.kind}
          choices={kinds
            .filter((kind) => mayWrite || kind !== 'write')
            .map((kind) => ({ id: kind, label: words.kinds[kind] }))}
          value={values.kind}
          onChange={(kind) => set({ kind })}
        />
        <CustomerField
          value={values.customer}
          onChange={(customer) => set({ customer })}
          error={errorOf('customer') ?? errorOf('customer.address')}
        />
        <TextField
          label={words.subject}
          isRequired
          validationBehavior="aria"
          maxLength={500}
          value={values.subject}
          onChange={(subject) => set({ subject })}
          error={errorOf('subject')}
        />
        <TextArea
          label={words.message[values.kind]}
          isRequired
          rows={8}
          validationBehavior="aria"
          value={values.message}
          onChange={(message) => set({ message })}
          error={errorOf('message') ?? errorOf('text')}
        />
        <Belongings form={form} />
      </FormFrame>
    </AdminPage>
  );
}

/** Where the case belongs from the beginning. */
function Belongings({ form: { values, set, errorOf } }: { form: Form<NewCaseValues> }) {
  const session = useSession();
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const maySee = can(session, mailboxesApi.list);
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: maySee });
  const usable = (mailboxes.data?.items ?? []).filter(({ enabled }) => enabled);
  return (
    <div className="new-case-grid">
      {usable.length > 0 && (
        <Select
          label={values.kind === 'write' ? words.from : words.brand}
          choices={usable.map(({ id, address, brand }) => ({ id: String(id), label: brand.name, detail: address }))}
          value={String(values.mailboxId ?? usable[0]?.id)}
          onChange={(id) => set({ mailboxId: Number(id) })}
          error={errorOf('mailboxId')}
        />
      )}
      <Select
        label={words.group}
        choices={[{ id: NONE, label: words.noGroup }, ...choicesOf(groups.data?.items)]}
        value={values.groupId === null ? NONE : String(values.groupId)}
        onChange={(id) => set({ groupId: id === NONE ? null : Number(id) })}
        error={errorOf('groupId')}
      />
      <Select
        label={words.assignee}
        choices={[
          { id: NONE, label: words.nobody },
          { id: String(session.user.id), label: words.me(session.user.name) },
          ...choicesOf(users.data?.items).filter(({ id }) => id !== String(session.user.id)),
        ]}
        value={values.assigneeId === null ? NONE : String(values.assigneeId)}
        onChange={(id) => set({ assigneeId: id === NONE ? null : Number(id) })}
        error={errorOf('assigneeId')}
      />
      <Select
        label={words.priority}
        choices={levels.map((level) => ({ id: String(level), label: String(level) }))}
        value={String(values.priority)}
        onChange={(level) => set({ priority: Number(level) })}
      />
    </div>
  );
}

function choicesOf(items: readonly { id: number; name: string }[] = []) {
  return items.map(({ id, name }) => ({ id: String(id), label: name }));
}

function useOpenCase(onOpened: (caseId: number) => void) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return async (values: NewCaseValues) => {
    const { id } = await client.call(casesApi.open, { body: openingOf(values) }, { idempotencyKey: newKey() });
    toasts.show({ text: values.kind === 'write' ? words.sent(id) : words.opened(id), tone: 'positive' });
    void refreshLists(queries);
    onOpened(id);
  };
}
