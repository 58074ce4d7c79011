import { applicationsApi, CreateApplication } from '@bureau/contracts';
import type { Application } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useCommand, useVersioned } from '@bureau/client';
import { Button, ConfirmDialog, EmptyState, ErrorState, Link, Skeleton, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { Copyable } from '../../pieces/copyable/index.ts';
import { SecretDialog } from './secrets.tsx';
import { Tokens } from './tokens.tsx';
import { applicationsWords as words } from './applications.words.ts';

const up = { label: words.title, href: '/admin/applications' };

/** Adds a program; its secret is shown once. */
export function NewApplicationPage({ go }: Pick<AdminPageProps, 'go'>) {
  const client = useClient();
  const queries = useQueryClient();
  const [made, setMade] = useState<{ id: number; key: string; secret: string } | null>(null);
  const save = async (body: CreateApplication) => {
    const { application, secret } = await client.call(applicationsApi.create, { body });
    void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.list) });
    setMade({ id: application.id, key: application.key, secret });
  };
  const cancel = { label: words.cancel, run: () => go({}) };
  return (
    <AdminPage title={words.addTitle} lead={words.addLead} back={up}>
      <ApplicationForm application={null} save={save} onCancel={cancel} />
      {made && (
        <SecretDialog
          title={words.secretTitle}
          secrets={[
            { label: words.key, value: made.key },
            { label: words.secret, value: made.secret },
          ]}
          onClose={() => go({ item: String(made.id) })}
        />
      )}
    </AdminPage>
  );
}

/** A program: what it is, its key, and the tokens with which it acts for people. */
export function ApplicationPage({ item, go }: AdminPageProps & { item: string }) {
  const client = useClient();
  const queries = useQueryClient();
  const params = { applicationId: Number(item) };
  const application = useVersioned(applicationsApi.get, { params });
  const found = application.data?.value;
  const save = async (body: CreateApplication) => {
    await client.call(applicationsApi.update, { params, body }, { ifMatch: application.data?.version });
    void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.list) });
    await queries.invalidateQueries({ queryKey: keyOf(applicationsApi.get) });
  };
  return (
    <AdminPage
      title={found?.name ?? words.application}
      back={up}
      action={found && <Actions application={found} onDeleted={() => go({})} />}
    >
      {application.isPending && <Skeleton rows={6} />}
      {application.isError &&
        !found &&
        (isProblem(application.error, 'application.not-found') ? (
          <EmptyState icon="code" action={<Link href={up.href}>{words.title}</Link>}>
            {words.gone}
          </EmptyState>
        ) : (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void application.refetch()}
            isRetrying={application.isFetching}
          />
        ))}
      {found && (
        <>
          <Copyable label={words.key} value={found.key} />
          <ApplicationForm application={found} save={save} onShowTheirs={() => void application.refetch()} />
          <Tokens application={found} />
        </>
      )}
    </AdminPage>
  );
}

interface ApplicationFormProps {
  application: Application | null;
  save: (values: CreateApplication) => Promise<void>;
  onCancel?: { label: string; run: () => void };
  onShowTheirs?: () => void;
}

interface Typed {
  name: string;
  websiteUrl: string;
  callbackUrl: string;
  supportUrl: string;
  rateLimit: string;
}

const urls = ['websiteUrl', 'callbackUrl', 'supportUrl'] as const;

function ApplicationForm({ application, save, onCancel, onShowTheirs }: ApplicationFormProps) {
  const form = useForm({
    saved: typedOf(application),
    check: { safeParse: (typed: Typed) => CreateApplication.safeParse(inputOf(typed)) },
    save: (typed) => save(inputOf(typed)),
  });
  const { values, set, errorOf } = form;
  return (
    <FormFrame
      form={form}
      isNew={application === null}
      saveLabel={application ? undefined : words.create}
      onCancel={onCancel}
      onShowTheirs={onShowTheirs}
    >
      <TextField
        label={words.name}
        isRequired
        autoFocus={application === null}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      {urls.map((field) => (
        <TextField
          key={field}
          label={words.urls[field]}
          type="url"
          placeholder="https://"
          validationBehavior="aria"
          value={values[field]}
          onChange={(url) => set({ [field]: url })}
          error={errorOf(field)}
        />
      ))}
      <TextField
        label={words.rateLimit}
        help={words.rateHelp}
        inputMode="numeric"
        validationBehavior="aria"
        value={values.rateLimit}
        onChange={(rateLimit) => set({ rateLimit })}
        error={errorOf('rateLimit')}
      />
    </FormFrame>
  );
}

function typedOf(application: Application | null): Typed {
  return {
    name: application?.name ?? '',
    websiteUrl: application?.websiteUrl ?? '',
    callbackUrl: application?.callbackUrl ?? '',
    supportUrl: application?.supportUrl ?? '',
    rateLimit: String(application?.rateLimit ?? 1000),
  };
}

function inputOf({ name, websiteUrl, callbackUrl, supportUrl, rateLimit }: Typed): CreateApplication {
  const urlOf = (typed: string) => typed.trim() || null;
  return {
    name,
    websiteUrl: urlOf(websiteUrl),
    callbackUrl: urlOf(callbackUrl),
    supportUrl: urlOf(supportUrl),
    rateLimit: rateLimit.trim() === '' ? Number.NaN : Number(rateLimit),
  };
}

function Actions({ application, onDeleted }: { application: Application; onDeleted: () => void }) {
  const [asking, setAsking] = useState<'renew' | 'delete' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { applicationId: application.id };
  const onError = (error: Error) => void toasts.show({ text: problemText(error), tone: 'danger' });
  const close = () => setAsking(null);
  const renew = useCommand(applicationsApi.renewSecret, {
    onSuccess: (renewed) => setSecret(renewed.secret),
    onError,
    onSettled: close,
  });
  const remove = useCommand(applicationsApi.remove, {
    onSuccess: () => {
      toasts.show({ text: words.deleted(application.name) });
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.list) });
      onDeleted();
    },
    onError,
    onSettled: close,
  });
  return (
    <div className="application-actions">
      <Button onPress={() => setAsking('renew')}>{words.renew}</Button>
      <Button icon="trash" onPress={() => setAsking('delete')}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={asking === 'renew'}
        onClose={close}
        onConfirm={() => renew.mutate({ params })}
        title={words.renewTitle}
        losses={[words.renewLoss]}
        confirmLabel={words.renew}
        isPending={renew.isPending}
      />
      <ConfirmDialog
        isOpen={asking === 'delete'}
        onClose={close}
        onConfirm={() => remove.mutate({ params })}
        title={words.deleteTitle(application.name)}
        losses={[words.deleteLoss(application.tokenCount)]}
        confirmLabel={words.delete}
        isPending={remove.isPending}
      />
      {secret !== null && (
        <SecretDialog
          title={words.secretTitle}
          secrets={[
            { label: words.key, value: application.key },
            { label: words.secret, value: secret },
          ]}
          onClose={() => setSecret(null)}
        />
      )}
    </div>
  );
}
