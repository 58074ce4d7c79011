import './case-fields.css';
import type { Case } from '@bureau/contracts';
import { Avatar, Link, RelativeTime } from '@bureau/ui';
import type { ReactNode } from 'react';
import { fieldsWords as words } from './case-fields.words.ts';

export interface CaseFactsProps {
  supportCase: Case;
  /** When the customer was answered first; undefined while that is not known here. */
  firstAnswerAt?: string;
  hrefOf: (caseId: number) => string;
}

/** Where the case came from and how it went so far. What is not there takes no place. */
export function CaseFacts({ supportCase, firstAnswerAt, hrefOf }: CaseFactsProps) {
  const { brand, channel, mailbox, createdAt, resolvedAt, externalId, continuesCaseId, followers } = supportCase;
  return (
    <section className="context-section">
      <h3>{words.facts}</h3>
      <dl className="case-facts">
        <Fact name={words.brand}>{brand.name}</Fact>
        <Fact name={words.channel}>{words.channels[channel]}</Fact>
        {mailbox && (
          <Fact name={words.mailbox}>
            <span className="case-mailbox bu-truncate" title={mailbox.address}>
              {mailbox.address}
            </span>
          </Fact>
        )}
        <Fact name={words.opened}>
          <RelativeTime at={createdAt} show="ago" />
        </Fact>
        <Answered supportCase={supportCase} firstAnswerAt={firstAnswerAt} />
        {resolvedAt !== null && (
          <Fact name={words.resolved}>
            <RelativeTime at={resolvedAt} show="ago" />
          </Fact>
        )}
        {externalId !== null && <Fact name={words.externalId}>{externalId}</Fact>}
        {continuesCaseId !== null && (
          <Fact name={words.continues}>
            <Link href={hrefOf(continuesCaseId)}>#{continuesCaseId}</Link>
          </Fact>
        )}
        <Fact name={words.followers}>
          {followers.length === 0 ? <span className="context-quiet">{words.noFollowers}</span> : null}
          <ul className="case-followers">
            {followers.map(({ id, name }) => (
              <li key={id}>
                <Avatar name={name} size={16} isDecoration />
                <span className="bu-truncate">{name}</span>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The case itself tells of its latest answer only; the first one is known once the feed has been read to its beginning. */
function Answered({ supportCase, firstAnswerAt }: Pick<CaseFactsProps, 'supportCase' | 'firstAnswerAt'>) {
  const { repliedAt, counts } = supportCase;
  if (counts.outbound === 0 || repliedAt === null) {
    return (
      <Fact name={words.answered}>
        <span className="context-quiet">{words.notAnswered}</span>
      </Fact>
    );
  }
  const first = firstAnswerAt ?? (counts.outbound === 1 ? repliedAt : undefined);
  return (
    <>
      {first !== undefined && (
        <Fact name={words.answered}>
          <RelativeTime at={first} show="ago" />
        </Fact>
      )}
      {first !== repliedAt && (
        <Fact name={words.answeredLast}>
          <RelativeTime at={repliedAt} show="ago" />
        </Fact>
      )}
    </>
  );
}
