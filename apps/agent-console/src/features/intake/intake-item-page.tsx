import './intake.css';
import { intakeApi, socialAccountsApi } from '@bureau/contracts';
import type { IntakeItem } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, ErrorState, Link, RelativeTime, Skeleton } from '@bureau/ui';
import type { ReactNode } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { formatBytes } from '../../plain/format-bytes.ts';
import { problemText } from '../../plain/problem-words.ts';
import { FateMark } from './fate-mark.tsx';
import { intakeWords as words } from './intake.words.ts';
import { RawSource } from './raw-source.tsx';
import { placeOf, sourceOf } from './way-in.ts';
import { useIntakeActions } from './use-intake-actions.ts';

export interface IntakeItemProps {
  intakeId: number;
  backHref: string;
  caseHrefOf: (caseId: number) => string;
}

/** One inbound item: what became of it and why, what can be done, and its bytes as they came. */
export function IntakeItemPage({ intakeId, backHref, caseHrefOf }: IntakeItemProps) {
  const item = useRoute(intakeApi.get, { params: { intakeId } });
  return (
    <AdminPage
      title={item.data ? item.data.subject || words.noSubject : words.item}
      lead={item.data && <Outcome item={item.data} />}
      back={{ label: words.title, href: backHref }}
      action={item.data && <Actions item={item.data} />}
      isWide
    >
      {item.isPending && <Skeleton rows={6} shape="text" />}
      {item.isError && (
        <ErrorState
          what={words.itemFailed}
          advice={problemText(item.error)}
          onRetry={() => void item.refetch()}
          isRetrying={item.isFetching}
        />
      )}
      {item.data && <Item item={item.data} caseHrefOf={caseHrefOf} />}
    </AdminPage>
  );
}

function Outcome({ item: { fate, reason } }: { item: IntakeItem }) {
  return (
    <span className="intake-fate">
      <FateMark fate={fate} /> <span>{sentenceInWords(reason)}</span>
    </span>
  );
}

function Item({ item, caseHrefOf }: { item: IntakeItem; caseHrefOf: (caseId: number) => string }) {
  return (
    <>
      <dl className="intake-facts">
        <Fact term={words.from}>{item.from}</Fact>
        <Fact term={words.received}>
          <RelativeTime at={item.receivedAt} show="exact" />
        </Fact>
        <Fact term={words.place}>
          <Place item={item} />
        </Fact>
        {item.caseId !== null && (
          <Fact term={words.case}>
            <Link href={caseHrefOf(item.caseId)}>
              {item.fate === 'held' ? words.suggestedFor(item.caseId) : words.openCase(item.caseId)}
            </Link>
          </Fact>
        )}
        {item.sender && (
          <Fact term={words.sender}>
            {words.verdicts[item.sender.verdict]} · {sentenceInWords(item.sender.explain)}
          </Fact>
        )}
        <Fact term={words.source}>{sourceOf(item)}</Fact>
        <Fact term={words.externalId}>
          <code>{item.externalId}</code>
        </Fact>
        <Fact term={words.size}>{formatBytes(item.size)}</Fact>
        <Fact term={words.attempts}>{item.attempts}</Fact>
        <Fact term={words.sha256}>
          <code>{item.sha256}</code>
        </Fact>
      </dl>
      <RawSource intakeId={item.id} size={item.size} />
    </>
  );
}

/** For who may see accounts, the way to it. */
function Place({ item }: { item: IntakeItem }) {
  const session = useSession();
  if (item.account === null || !can(session, socialAccountsApi.get)) return placeOf(item);
  return <Link href={`/admin/social-accounts/${item.account.id}`}>{placeOf(item)}</Link>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Actions({ item }: { item: IntakeItem }) {
  const session = useSession();
  const { run, accept, dismiss, isBusy } = useIntakeActions();
  const params = { intakeId: item.id };
  const isHeld = item.fate === 'held';
  const canRun = can(session, intakeApi.run) && (isHeld || item.fate === 'failed' || item.fate === 'suppressed');
  return (
    <div className="intake-actions">
      {isHeld && item.caseId !== null && (
        <Button
          variant="primary"
          isDisabled={isBusy}
          onPress={() => accept.mutate({ params, body: { into: 'suggested-case' } })}
        >
          {words.accept(item.caseId)}
        </Button>
      )}
      {isHeld && (
        <Button isDisabled={isBusy} onPress={() => accept.mutate({ params, body: { into: 'new-case' } })}>
          {words.acceptNew}
        </Button>
      )}
      {isHeld && (
        <Button isDisabled={isBusy} onPress={() => dismiss.mutate({ params })}>
          {words.dismiss}
        </Button>
      )}
      {canRun && (
        <Button icon="refresh" isDisabled={isBusy} onPress={() => run.mutate({ params })}>
          {words.run}
        </Button>
      )}
    </div>
  );
}
