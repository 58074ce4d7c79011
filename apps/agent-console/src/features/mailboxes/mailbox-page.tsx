import { mailboxesApi } from '@bureau/contracts';
import type { Mailbox } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, ErrorState, ProgressBar, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { isImporting } from './mailbox-state.tsx';
import { mailboxWords as words } from './mailboxes.words.ts';
import { RemoveMailbox } from './remove-mailbox.tsx';
import { SendTest } from './send-test.tsx';

const back = { label: words.title, href: '/admin/mailboxes' };

/** One mailbox: how it is, what it does, and everything that can be set of it. */
export function MailboxPage({ mailboxId, go }: { mailboxId: number; go: AdminPageProps['go'] }) {
  const mailboxes = useRoute(mailboxesApi.list, {}, { refetchInterval: 5_000 });
  const mailbox = mailboxes.data?.items.find(({ id }) => id === mailboxId);
  if (mailbox) return <Known mailbox={mailbox} go={go} />;
  return (
    <AdminPage title={words.one} back={back}>
      {mailboxes.isPending && <Skeleton rows={6} />}
      {mailboxes.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(mailboxes.error)}
          onRetry={() => void mailboxes.refetch()}
          isRetrying={mailboxes.isFetching}
        />
      )}
      {mailboxes.data && <ErrorState what={words.missing} safe={words.missingSafe} />}
    </AdminPage>
  );
}

function Known({ mailbox, go }: { mailbox: Mailbox; go: AdminPageProps['go'] }) {
  const [isRemoving, setRemoving] = useState(false);
  const pause = usePause(mailbox);
  const action = (
    <Button icon={mailbox.enabled ? 'pause' : 'play'} onPress={pause.run} isPending={pause.isPending}>
      {mailbox.enabled ? words.pause : words.resume}
    </Button>
  );
  return (
    <AdminPage title={mailbox.address} lead={words.lead(mailbox.brand.name)} back={back} action={action}>
      <HowItIs mailbox={mailbox} />
      <MailboxForm mailbox={mailbox} />
      <SendTest mailbox={mailbox} />
      <AdminSection
        title={words.remove.title}
        lead={words.remove.lead}
        action={
          <Button variant="danger" icon="trash" onPress={() => setRemoving(true)}>
            {words.remove.begin}
          </Button>
        }
      >
        {null}
      </AdminSection>
      {isRemoving && (
        <RemoveMailbox mailbox={mailbox} onClose={() => setRemoving(false)} onRemoved={() => go({ replace: true })} />
      )}
    </AdminPage>
  );
}

/** What somebody who opens the page must know before anything else. */
function HowItIs({ mailbox }: { mailbox: Mailbox }) {
  const { state, stateReason, sendingTrouble, imported } = mailbox;
  return (
    <div className="mailbox-news">
      {state === 'trouble' && <Banner tone="danger">{words.trouble(sentenceInWords(stateReason))}</Banner>}
      {sendingTrouble !== '' && <Banner tone="danger">{words.sendingTrouble(sentenceInWords(sendingTrouble))}</Banner>}
      {state === 'paused' && <Banner tone="caution">{mailbox.imap ? words.pausedImap : words.pausedSmtp}</Banner>}
      {state === 'connecting' && !isImporting(mailbox) && <Banner>{words.connecting}</Banner>}
      {imported && imported.done < imported.total && (
        <ProgressBar
          label={state === 'paused' ? words.importPaused : words.importRuns}
          value={imported.done}
          max={imported.total}
          valueLabel={words.importing(formatNumber(imported.done), formatNumber(imported.total))}
        />
      )}
      {imported && imported.done >= imported.total && (
        <p className="mailbox-quiet">{words.importDone(formatNumber(imported.total))}</p>
      )}
    </div>
  );
}

/** Pauses and resumes at once; the list shows it before the desk has said so. */
function usePause(mailbox: Mailbox) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(mailboxesApi.list);
  const update = useCommand(mailboxesApi.update, {
    onSuccess: ({ enabled, address }) =>
      toasts.show({ text: enabled ? words.resumed(address) : words.paused(address) }),
    onError: (error) => toasts.show({ tone: 'danger', text: words.notSaved, detail: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const run = () => update.mutate({ params: { mailboxId: mailbox.id }, body: { enabled: !mailbox.enabled } });
  return { run, isPending: update.isPending };
}
