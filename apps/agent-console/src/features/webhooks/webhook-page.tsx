import { webhooksApi } from '@bureau/contracts';
import type { Webhook } from '@bureau/contracts';
import { ApiProblem, keyOf, useCommand, useRoute } from '@bureau/client';
import { Button, ConfirmDialog, EmptyState, ErrorState, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { WebhookCalls } from './webhook-calls.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { webhooksWords as words } from './webhooks.words.ts';

type Go = AdminPageProps['go'];

const back = { label: words.back, href: '/admin/webhooks' };

export function NewWebhookPage({ go }: { go: Go }) {
  return (
    <AdminPage title={words.add} back={back}>
      <WebhookForm
        webhook={null}
        onSaved={({ id }) => go({ item: String(id), replace: true })}
        onCancel={() => go({})}
      />
    </AdminPage>
  );
}

/** A webhook: where it is, and what became of its calls. */
export function WebhookPage({ webhookId, go }: { webhookId: number; go: Go }) {
  const read = useRoute(webhooksApi.get, { params: { webhookId } }, { enabled: Number.isInteger(webhookId) });
  const webhook = read.data;
  const isGone = !Number.isInteger(webhookId) || (read.error instanceof ApiProblem && read.error.status === 404);
  return (
    <AdminPage
      title={webhook?.name ?? words.title}
      back={back}
      action={
        webhook && (
          <>
            <SendTest webhook={webhook} />
            <DeleteWebhook webhook={webhook} go={go} />
          </>
        )
      }
    >
      {isGone && <EmptyState icon="link">{words.gone}</EmptyState>}
      {!isGone && read.isPending && <Skeleton rows={4} />}
      {!isGone && read.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {webhook && (
        <>
          <WebhookForm webhook={webhook} onSaved={() => undefined} />
          <WebhookCalls webhookId={webhook.id} />
        </>
      )}
    </AdminPage>
  );
}

function SendTest({ webhook }: { webhook: Webhook }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const test = useCommand(webhooksApi.test, {
    onSuccess: () => {
      toasts.show({ text: words.test.sent });
      void queries.invalidateQueries({ queryKey: keyOf(webhooksApi.calls) });
    },
    onError: (error) => void toasts.show({ text: words.test.failed, detail: problemText(error), tone: 'danger' }),
  });
  return (
    <Button icon="send" isPending={test.isPending} onPress={() => test.mutate({ params: { webhookId: webhook.id } })}>
      {words.test.action}
    </Button>
  );
}

function DeleteWebhook({ webhook, go }: { webhook: Webhook; go: Go }) {
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const toasts = useToasts();
  const links = useLinks('webhook', webhook.id, isAsking);
  const remove = useCommand(webhooksApi.delete, {
    onSuccess: () => {
      toasts.show({ text: words.delete.deleted(webhook.name) });
      go({});
      void queries.invalidateQueries({ queryKey: keyOf(webhooksApi.list) });
    },
    onError: (error) => void toasts.show({ text: words.delete.failed, detail: problemText(error), tone: 'danger' }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {words.delete.action}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ params: { webhookId: webhook.id } })}
        isPending={remove.isPending}
        title={words.delete.title(webhook.name)}
        losses={words.delete.losses}
        confirmLabel={words.delete.action}
      >
        <p>{words.delete.rules}</p>
        <WhatLinksHere links={links} />
      </ConfirmDialog>
    </>
  );
}
