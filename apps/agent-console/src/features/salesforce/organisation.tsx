import type { SalesforceConnection } from '@bureau/contracts';
import { Badge, Banner, Link, RelativeTime } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import type { ReactNode } from 'react';
import { formatNumber } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { salesforceWords } from './salesforce.words.ts';

const words = salesforceWords.organisation;

const tones: Record<SalesforceConnection['state'], Tone> = {
  ...{ ok: 'positive', trouble: 'caution', reconnect: 'danger', paused: 'neutral' },
};

/** Which organisation it is, in whose name the desk works there, and how much of the day's calls are used. */
export function Organisation({ connection }: { connection: SalesforceConnection }) {
  const { organisation, user, instanceUrl, budget } = connection;
  const facts: [string, ReactNode][] = [
    [words.edition, edition(connection)],
    [words.user, `${user.name} · ${user.username}${connection.signedInBy === 'key' ? ` · ${words.byKey}` : ''}`],
    [words.people, connection.personAccounts ? words.personAccounts : words.contacts],
    [words.calls, budget ? words.callsOf(formatNumber(budget.used), formatNumber(budget.limit)) : words.notAsked],
    [words.since, <Since key="since" connection={connection} />],
  ];
  return (
    <AdminSection
      title={organisation.name}
      action={
        <Link href={instanceUrl} target="_blank" rel="noreferrer">
          {words.open}
        </Link>
      }
    >
      <HowItIs connection={connection} />
      <dl className="salesforce-facts">
        <div>
          <dt>{words.state}</dt>
          <dd>
            <State connection={connection} />
          </dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </AdminSection>
  );
}

/** A connection that works while nothing goes across would say that all is well. */
function State({ connection: { state, enabled } }: { connection: SalesforceConnection }) {
  if (state === 'ok' && !enabled) return <Badge>{words.isOff}</Badge>;
  return <Badge tone={tones[state]}>{salesforceWords.states[state]}</Badge>;
}

function edition({ organisation }: SalesforceConnection): ReactNode {
  return (
    <>
      {organisation.edition} {organisation.isSandbox && <Badge>{words.sandbox}</Badge>}
    </>
  );
}

function Since({ connection: { connectedAt, connectedBy } }: { connection: SalesforceConnection }) {
  return (
    <>
      <RelativeTime at={connectedAt} show="ago" /> {connectedBy && words.by(connectedBy.name)}
    </>
  );
}

/** What somebody who opens the page must know before anything else. */
function HowItIs({ connection: { state, stateReason, enabled } }: { connection: SalesforceConnection }) {
  const why = sentenceInWords(stateReason);
  if (state === 'reconnect') return <Banner tone="danger">{why}</Banner>;
  if (state === 'trouble') return <Banner tone="caution">{why}</Banner>;
  if (!enabled) return <Banner>{words.off}</Banner>;
  if (state === 'paused') return <Banner tone="caution">{words.paused}</Banner>;
  return null;
}
