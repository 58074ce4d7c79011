import { mailboxesApi } from '@bureau/contracts';
import type { Mailbox, MailboxTest } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, RelativeTime } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatNumber } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { mailboxWords as words } from './mailboxes.words.ts';

/** A test that is not back after so long is not on its way any more, in milliseconds. */
const PATIENCE_MS = 3 * 60_000;

/** A mail from the mailbox to itself: the whole way, seen before a customer needs it. */
export function SendTest({ mailbox }: { mailbox: Mailbox }) {
  const queries = useQueryClient();
  const input = { params: { mailboxId: mailbox.id } };
  const latest = useRoute(mailboxesApi.testResult, input, { refetchInterval: 3_000 });
  const send = useCommand(mailboxesApi.test, {
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(mailboxesApi.testResult, input) }),
  });
  const test = latest.data?.test ?? null;
  const action = (
    <Button icon="send" isDisabled={!mailbox.enabled} isPending={send.isPending} onPress={() => send.mutate(input)}>
      {words.test.send}
    </Button>
  );
  return (
    <AdminSection title={words.test.title} lead={words.test.lead} action={action}>
      {send.error && <Banner tone="danger">{problemText(send.error)}</Banner>}
      {send.isPending && <p className="mailbox-quiet">{words.test.sending}</p>}
      {test && !send.isPending && <Outcome test={test} />}
    </AdminSection>
  );
}

function Outcome({ test: { sentAt, refusal, returnedAt } }: { test: MailboxTest }) {
  if (refusal !== '') return <Banner tone="danger">{words.test.refused(refusal)}</Banner>;
  if (returnedAt !== null) {
    const seconds = Math.max(0, Math.round((Date.parse(returnedAt) - Date.parse(sentAt)) / 1000));
    return (
      <Banner tone="positive">
        {words.test.returned(formatNumber(seconds))} <RelativeTime at={returnedAt} show="ago" />
      </Banner>
    );
  }
  const isLate = Date.now() - Date.parse(sentAt) > PATIENCE_MS;
  return (
    <Banner tone={isLate ? 'caution' : 'accent'}>
      {isLate ? words.test.late : words.test.under} <RelativeTime at={sentAt} show="ago" />
    </Banner>
  );
}
