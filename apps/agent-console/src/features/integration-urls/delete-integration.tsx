import { integrationUrlsApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { integrationUrlsWords } from './integration-urls.words.ts';
import { refreshIntegrations } from './use-change-integrations.ts';

const words = integrationUrlsWords.delete;

interface DeleteIntegrationProps {
  integration: IntegrationUrl;
  go: AdminPageProps['go'];
}

export function DeleteIntegration({ integration, go }: DeleteIntegrationProps) {
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(integrationUrlsApi.delete, {
    onSuccess: () => {
      toasts.show({ text: words.deleted(integration.name) });
      go({});
      void refreshIntegrations(queries);
    },
    onError: (error) => void toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {words.action}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ params: { integrationUrlId: integration.id } })}
        isPending={remove.isPending}
        title={words.title(integration.name)}
        losses={[...words.losses, ...(integration.secretAt === null ? [] : [words.lossOfSecret])]}
        confirmLabel={words.action}
      >
        {words.stays}
      </ConfirmDialog>
    </>
  );
}
