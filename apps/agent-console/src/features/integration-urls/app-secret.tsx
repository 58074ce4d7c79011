import { integrationUrlsApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Banner, Button, ConfirmDialog, Dialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { Copyable } from '../../pieces/copyable/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { integrationUrlsWords } from './integration-urls.words.ts';
import { refreshIntegrations } from './use-change-integrations.ts';

const words = integrationUrlsWords.secret;

/** The secret of a canvas app: made here, shown once, replaced by another. */
export function AppSecret({ app }: { app: IntegrationUrl }) {
  const [isAsking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const queries = useQueryClient();
  const toasts = useToasts();
  const renew = useCommand(integrationUrlsApi.renewSecret, {
    onSuccess: (made) => {
      setSecret(made.secret);
      void refreshIntegrations(queries);
    },
    onError: (error) => void toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) }),
    onSettled: () => setAsking(false),
  });
  const run = () => renew.mutate({ params: { integrationUrlId: app.id } });
  const isFirst = app.secretAt === null;
  const action = (
    <Button isPending={renew.isPending} onPress={isFirst ? run : () => setAsking(true)}>
      {isFirst ? words.make : words.renew}
    </Button>
  );
  return (
    <AdminSection title={words.title} lead={words.lead} action={action}>
      {app.secretAt === null ? (
        <Banner tone="caution">{words.never}</Banner>
      ) : (
        <p className="integration-quiet">{words.since(formatDate(app.secretAt, { dateStyle: 'medium' }))}</p>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={run}
        isPending={renew.isPending}
        title={words.renewTitle(app.name)}
        losses={words.renewLosses}
        confirmLabel={words.renew}
      />
      {secret !== null && <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
    </AdminSection>
  );
}

function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const actions = (
    <Button variant="primary" onPress={onClose}>
      {words.kept}
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.shown} size="wide" role="alertdialog" actions={actions}>
      <Banner tone="caution">{words.once}</Banner>
      <Copyable label={words.label} value={secret} />
    </Dialog>
  );
}
