import { casesApi, customersApi } from '@bureau/contracts';
import type { Customer } from '@bureau/contracts';
import { ApiProblem, can, isProblem, usePages, useRoute, useSession } from '@bureau/client';
import { Banner, Button, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { PersonCases } from '../../pieces/person-cases/index.ts';
import { PersonFeedback } from '../../pieces/person-feedback/index.ts';
import { customerName } from '../../plain/customer-name.ts';
import { CustomerEditor } from './customer-editor.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { identityWords } from './identity-words.ts';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerPicture } from './customer-picture.tsx';
import { customersWords as words } from './customers.words.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useBlockCustomer } from './use-block-customer.ts';

type CustomerPageProps = AdminPageProps & { customerId: number };

/** One customer: who it is, how to reach, and everything that was ever said over all channels. */
export function CustomerPage(props: CustomerPageProps) {
  const params = { customerId: props.customerId };
  const customer = useRoute(customersApi.get, { params }, { enabled: Number.isInteger(props.customerId) });
  if (customer.data && props.query.edit) return <CustomerEditor {...props} customer={customer.data} />;
  if (customer.data) return <Opened {...props} customer={customer.data} />;
  if (customer.isError || !Number.isInteger(props.customerId)) return <Refusal customer={customer} />;
  return <Skeleton rows={8} shape="text" />;
}

const faces = ['cases', 'feedback', 'details', 'history'] as const;

function Opened({ customer, query, go }: AdminPageProps & { customer: Customer }) {
  const cases = usePages(customersApi.cases, { params: { customerId: customer.id }, query: {} });
  const face = faces.find((one) => one === query.face) ?? 'cases';
  const contents = {
    cases: <PersonCases pages={cases} />,
    feedback: <PersonFeedback customerId={customer.id} hrefOf={(id) => `/cases/inbox/${id}`} />,
    details: <CustomerFacts customer={customer} />,
    history: <CustomerHistory customerId={customer.id} />,
  };
  return (
    <AdminPage
      back={{ label: words.back, href: '/customers' }}
      title={customerName(customer)}
      lead={<Lead customer={customer} />}
      action={<Actions customer={customer} query={query} go={go} />}
    >
      {customer.blockedAt !== null && <Banner tone="caution">{words.blockedNotice}</Banner>}
      <Tabs
        label={words.tabs}
        selected={face}
        onChange={(id) => go({ item: String(customer.id), query: { face: id }, replace: true })}
        tabs={faces.map((id) => ({
          id,
          label: words.faces[id],
          count: id === 'cases' ? customer.caseCount : undefined,
          content: contents[id],
        }))}
      />
    </AdminPage>
  );
}

function Lead({ customer }: { customer: Customer }) {
  const { company, title, address, identities } = customer;
  const reached = [...(address ? [address] : []), ...new Set(identities.map(identityWords))].join(' · ');
  return (
    <span className="customer-lead">
      <CustomerPicture customer={customer} />
      <span>
        {title}
        {title && company && ' · '}
        {company && <Link href={`/companies/${company.id}`}>{company.name}</Link>}
        {(title || company) && reached && ' · '}
        {reached}
      </span>
    </span>
  );
}

function Actions({ customer, query, go }: Pick<AdminPageProps, 'go' | 'query'> & { customer: Customer }) {
  const session = useSession();
  const router = useRouter();
  const [isMerging, setMerging] = useState(query.merge === 'true');
  const setBlocked = useBlockCustomer(customer);
  const mayChange = can(session, customersApi.update);
  const isBlocked = customer.blockedAt !== null;
  const write = () => router.history.push(`/new-case?customer=${customer.id}`);
  return (
    <>
      {can(session, casesApi.open) && (
        <Button icon="plus" onPress={write}>
          {words.newCase}
        </Button>
      )}
      {mayChange && (
        <Button icon="pencil" onPress={() => go({ item: String(customer.id), query: { edit: 'true' } })}>
          {words.edit}
        </Button>
      )}
      {can(session, customersApi.merge) && <Button onPress={() => setMerging(true)}>{words.merge}</Button>}
      {mayChange && (
        <Button onPress={() => void setBlocked(!isBlocked)}>{isBlocked ? words.unblock : words.block}</Button>
      )}
      {isMerging && can(session, customersApi.merge) && (
        <MergeDialog
          customer={customer}
          onClose={() => setMerging(false)}
          onMerged={(id) => id !== customer.id && go({ item: String(id) })}
        />
      )}
    </>
  );
}

function Refusal({ customer }: { customer: ReturnType<typeof useRoute<typeof customersApi.get>> }) {
  const { error } = customer;
  if (isProblem(error, 'customer.merged') && error instanceof ApiProblem) {
    return (
      <EmptyState
        icon="user"
        action={<Link href={`/customers/${String(error.problem.mergedIntoId)}`}>{words.toMerged}</Link>}
      >
        {words.mergedAway}
      </EmptyState>
    );
  }
  if (error === null || isProblem(error, 'customer.not-found')) {
    return (
      <EmptyState icon="user" action={<Link href="/customers">{words.clear}</Link>}>
        {words.missing}
      </EmptyState>
    );
  }
  return (
    <ErrorState what={words.customerFailed} onRetry={() => void customer.refetch()} isRetrying={customer.isFetching} />
  );
}
