import { brandsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import { ApiProblem, keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, Checkbox, Dialog, Select, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { ImapFields } from './imap-fields.tsx';
import { fieldsOf, mailboxOf, NO_GROUP } from './mailbox-fields.ts';
import type { Mailbox } from './mailbox-fields.ts';
import { mailboxWords as words } from './mailboxes.words.ts';

/** Adds a mailbox, or changes the one that is given. What was typed stays until it is saved or cancelled. */
export function MailboxForm({ mailbox, onClose }: { mailbox: Mailbox | null; onClose: () => void }) {
  const formId = useId();
  const [fields, setFields] = useState(() => fieldsOf(mailbox));
  const { save, error, isPending } = useSave(mailbox, onClose);
  const brands = useRoute(brandsApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const set = (changes: Partial<typeof fields>) => setFields({ ...fields, ...changes });
  const errorOf = (path: string) => fieldError(error, path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(mailboxOf({ ...fields, brandId: fields.brandId ?? String(brands.data?.items[0]?.id ?? '') }));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{words.cancel}</Button>
      <Button type="submit" form={formId} variant="primary" isPending={isPending}>
        {mailbox ? words.save : words.create}
      </Button>
    </>
  );
  const brandChoices = (brands.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }));
  const groupChoices = (groups.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={mailbox ? words.editTitle(mailbox.address) : words.addTitle}
      actions={actions}
    >
      <form id={formId} className="mailbox-form" onSubmit={submit} noValidate>
        {error && <Banner tone="danger">{error instanceof ApiProblem ? error.message : words.offline}</Banner>}
        {!mailbox && (
          <TextField
            label={words.address}
            help={words.addressHelp}
            type="email"
            isRequired
            autoFocus
            validationBehavior="aria"
            value={fields.address}
            onChange={(address) => set({ address })}
            error={errorOf('address')}
          />
        )}
        <TextField
          label={words.name}
          help={words.nameHelp}
          isRequired
          validationBehavior="aria"
          value={fields.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
        />
        {!mailbox && (
          <Select
            label={words.brand}
            choices={brandChoices}
            value={fields.brandId ?? brandChoices[0]?.id ?? null}
            onChange={(brandId) => set({ brandId })}
            error={errorOf('brandId')}
          />
        )}
        <Select
          label={words.group}
          help={words.groupHelp}
          choices={[{ id: NO_GROUP, label: words.noGroup }, ...groupChoices]}
          value={fields.groupId}
          onChange={(groupId) => set({ groupId })}
          error={errorOf('groupId')}
        />
        <Select
          label={words.way}
          choices={[
            { id: 'smtp', label: words.waySmtp },
            { id: 'imap', label: words.wayImap },
          ]}
          value={fields.way}
          onChange={(way) => set({ way })}
        />
        {fields.way === 'imap' && <ImapFields fields={fields} set={set} errorOf={errorOf} isNew={!mailbox?.imap} />}
        <Checkbox
          isSelected={fields.autoAcknowledge}
          onChange={(autoAcknowledge) => set({ autoAcknowledge })}
          help={words.acknowledgeHelp}
        >
          {words.acknowledge}
        </Checkbox>
        <Checkbox isSelected={fields.enabled} onChange={(enabled) => set({ enabled })} help={words.enabledHelp}>
          {words.enabled}
        </Checkbox>
      </form>
    </Dialog>
  );
}

function useSave(mailbox: Mailbox | null, onClose: () => void) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const saved = (said: string) => {
    toasts.show({ text: said, tone: 'positive' });
    void queries.invalidateQueries({ queryKey: keyOf(mailboxesApi.list) });
    onClose();
  };
  const create = useCommand(mailboxesApi.create, { onSuccess: ({ address }) => saved(words.created(address)) });
  const update = useCommand(mailboxesApi.update, { onSuccess: ({ address }) => saved(words.saved(address)) });
  const save = (settings: ReturnType<typeof mailboxOf>) => {
    if (!mailbox) return create.mutate({ body: settings });
    const { name, groupId, imap, autoAcknowledge, enabled } = settings;
    return update.mutate({
      params: { mailboxId: mailbox.id },
      body: { name, groupId, imap, autoAcknowledge, enabled },
    });
  };
  return { save, error: create.error ?? update.error, isPending: create.isPending || update.isPending };
}

function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ path }) => path.split('.').at(-1) === field)?.message;
}
