import './customer-pane.css';
import { casesApi, customersApi, customFieldsApi } from '@bureau/contracts';
import type { Case, Customer, FeedItem } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Avatar, Badge, ErrorState, Link, RelativeTime, Skeleton, StatusMark } from '@bureau/ui';
import { Fragment } from 'react';
import { customFieldFacts } from '../../pieces/custom-field-inputs/index.ts';
import { useContentInWords } from '../../pieces/person-feedback/index.ts';
import { customerName, type NamedCustomer } from '../../plain/customer-name.ts';
import { Profiles } from './profiles.tsx';
import { customerWords as words } from './customer-pane.words.ts';

const OTHERS = 8;

export interface CustomerPaneProps {
  supportCase: Case;
  hrefOf: (caseId: number) => string;
  /** What was said, for the faces that networks showed with it. */
  feed: readonly FeedItem[];
}

/** Who asks: name, addresses, company, and the other cases of the same person. */
export function CustomerPane({ supportCase, feed, hrefOf }: CustomerPaneProps) {
  const params = { customerId: supportCase.customer.id };
  const customer = useRoute(customersApi.get, { params });
  if (customer.data === undefined) {
    return (
      <section className="customer-section">
        <header className="customer-head">
          <Avatar name={customerName(supportCase.customer)} size={32} isDecoration />
          <div className="customer-name">
            <Name customer={supportCase.customer} />
          </div>
        </header>
        {customer.isPending ? (
          <Skeleton rows={4} shape="text" />
        ) : (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void customer.refetch()}
            isRetrying={customer.isFetching}
          />
        )}
      </section>
    );
  }
  return (
    <div className="customer">
      <Person customer={customer.data} />
      {customer.data.identities.length > 0 && <Profiles customer={customer.data} feed={feed} />}
      <OtherCases supportCase={supportCase} hrefOf={hrefOf} />
    </div>
  );
}

/** Known of every case before anything else of its customer is. */
function Name({ customer }: { customer: NamedCustomer }) {
  return (
    <h2 className="bu-truncate">
      <Link href={`/customers/${customer.id}`} quiet>
        {customerName(customer)}
      </Link>
    </h2>
  );
}

function Person({ customer }: { customer: Customer }) {
  const name = customerName(customer);
  const { company, background, blockedAt } = customer;
  return (
    <section className="customer-section">
      <header className="customer-head">
        {customer.avatarUrl === null ? (
          <Avatar name={name} size={32} isDecoration />
        ) : (
          <img className="customer-face" src={customer.avatarUrl} alt="" width={32} height={32} />
        )}
        <div className="customer-name">
          <Name customer={customer} />
          {(company ?? customer.title) && (
            <p className="bu-truncate">
              {customer.title}
              {customer.title && company && ' · '}
              {company && (
                <Link href={`/companies/${company.id}`} quiet>
                  {company.name}
                </Link>
              )}
            </p>
          )}
        </div>
      </header>
      {blockedAt !== null && <Badge tone="danger">{words.blocked}</Badge>}
      <Reach customer={customer} />
      <dl className="customer-facts">
        <dt>{words.added}</dt>
        <dd>
          <RelativeTime at={customer.createdAt} show="ago" /> ·{' '}
          <Link href={`/customers/${customer.id}`}>{words.cases(customer.caseCount)}</Link>
        </dd>
        <Content customerId={customer.id} />
        <CustomFacts customer={customer} />
      </dl>
      {background && <p className="customer-background">{background}</p>}
    </section>
  );
}

/** Takes no place while nothing was said. */
function Content({ customerId }: { customerId: number }) {
  const content = useContentInWords(customerId);
  if (content === null) return null;
  return (
    <>
      <dt>{words.feedback}</dt>
      <dd>
        <Link href={`/customers/${customerId}?face=feedback`}>{content}</Link>
      </dd>
    </>
  );
}

/** Addresses and numbers. */
function Reach({ customer }: { customer: Customer }) {
  return (
    <ul className="customer-addresses" aria-label={words.addresses}>
      {customer.addresses.map((address) => (
        <li key={address}>{address}</li>
      ))}
      {customer.phoneNumbers.map(({ value }) => (
        <li key={value}>
          <Link href={`tel:${value}`}>{value}</Link>
        </li>
      ))}
    </ul>
  );
}

function CustomFacts({ customer }: { customer: Customer }) {
  const hasValues = Object.keys(customer.customFields).length > 0;
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'customer' } }, { enabled: hasValues });
  return customFieldFacts(fields.data?.items ?? [], customer.customFields).map(({ key, label, text }) => (
    <Fragment key={key}>
      <dt className="bu-truncate" title={label}>
        {label}
      </dt>
      <dd>{text}</dd>
    </Fragment>
  ));
}

function OtherCases({ supportCase, hrefOf }: Omit<CustomerPaneProps, 'feed'>) {
  const query = { customerId: supportCase.customer.id, limit: OTHERS + 1 };
  const cases = useRoute(casesApi.list, { query });
  const others = (cases.data?.items ?? []).filter(({ id }) => id !== supportCase.id).slice(0, OTHERS);
  return (
    <section className="customer-section">
      <h3>{words.otherCases}</h3>
      {cases.isPending && <Skeleton rows={2} shape="text" />}
      {cases.isSuccess && others.length === 0 && <p className="customer-quiet">{words.noOtherCases}</p>}
      <ul className="customer-cases">
        {others.map((other) => (
          <li key={other.id}>
            <Link href={hrefOf(other.id)} quiet className="customer-case">
              <StatusMark status={other.status} compact />
              <span className="bu-truncate">{other.subject || words.noSubject}</span>
              <RelativeTime at={other.activeAt} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
