import { companiesApi, customFieldsApi } from '@bureau/contracts';
import type { Company } from '@bureau/contracts';
import { can, isProblem, usePages, useRoute, useSession } from '@bureau/client';
import { Avatar, Button, EmptyState, ErrorState, Link, RelativeTime, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { customFieldFacts } from '../../pieces/custom-field-inputs/index.ts';
import { PersonCases } from '../../pieces/person-cases/index.ts';
import { companiesWords as words } from './companies.words.ts';
import { CompanyEditor } from './company-editor.tsx';
import { DeleteCompany } from './delete-company.tsx';

type CompanyPageProps = AdminPageProps & { companyId: number };

/** One company: its people, and everything they ever asked. */
export function CompanyPage(props: CompanyPageProps) {
  const params = { companyId: props.companyId };
  const company = useRoute(companiesApi.get, { params }, { enabled: Number.isInteger(props.companyId) });
  if (company.data && props.query.edit) return <CompanyEditor {...props} company={company.data} />;
  if (company.data) return <Opened {...props} company={company.data} />;
  if (!Number.isInteger(props.companyId) || isProblem(company.error, 'company.not-found')) {
    return (
      <EmptyState icon="building" action={<Link href="/companies">{words.clear}</Link>}>
        {words.missing}
      </EmptyState>
    );
  }
  if (company.isError) {
    return (
      <ErrorState what={words.companyFailed} onRetry={() => void company.refetch()} isRetrying={company.isFetching} />
    );
  }
  return <Skeleton rows={8} shape="text" />;
}

const faces = ['cases', 'customers', 'details'] as const;

function Opened({ company, query, go }: AdminPageProps & { company: Company }) {
  const session = useSession();
  const [isDeleting, setDeleting] = useState(false);
  const params = { companyId: company.id };
  const cases = usePages(companiesApi.cases, { params, query: {} });
  const face = faces.find((one) => one === query.face) ?? 'cases';
  const contents = {
    cases: <PersonCases pages={cases} showCustomer />,
    customers: <People company={company} />,
    details: <Facts company={company} />,
  };
  return (
    <AdminPage
      back={{ label: words.back, href: '/companies' }}
      title={company.name}
      lead={company.domains.join(', ') || words.noDomains}
      action={
        can(session, companiesApi.update) && (
          <>
            <Button icon="pencil" onPress={() => go({ item: String(company.id), query: { edit: 'true' } })}>
              {words.edit}
            </Button>
            <Button onPress={() => setDeleting(true)}>{words.delete}</Button>
          </>
        )
      }
    >
      <Tabs
        label={words.tabs}
        selected={face}
        onChange={(id) => go({ item: String(company.id), query: { face: id }, replace: true })}
        tabs={faces.map((id) => ({
          id,
          label: words.faces[id],
          count: id === 'customers' ? company.customerCount : undefined,
          content: contents[id],
        }))}
      />
      {isDeleting && <DeleteCompany company={company} onClose={() => setDeleting(false)} onDeleted={() => go({})} />}
    </AdminPage>
  );
}

function People({ company }: { company: Company }) {
  const pages = usePages(companiesApi.customers, { params: { companyId: company.id }, query: {} });
  if (pages.isPending) return <Skeleton rows={5} shape="compact" />;
  if (pages.isError) {
    return (
      <ErrorState what={words.customersFailed} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />
    );
  }
  if (pages.items.length === 0) return <EmptyState icon="user">{words.noCustomers}</EmptyState>;
  return (
    <div className="companies-list">
      <ul className="company-people">
        {pages.items.map(({ id, name, address }) => (
          <li key={id}>
            <Link href={`/customers/${id}`} quiet className="company-person">
              <Avatar name={name || (address ?? '')} isDecoration />
              <span className="bu-truncate">{name || address}</span>
              <span className="bu-truncate company-domains">{name && address}</span>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function Facts({ company }: { company: Company }) {
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'company' } });
  const facts = [
    { key: 'domains', label: words.facts.domains, text: company.domains.join(', ') || words.noDomains },
    ...customFieldFacts(fields.data?.items ?? [], company.customFields),
    ...(company.externalId === null
      ? []
      : [{ key: 'externalId', label: words.facts.externalId, text: company.externalId }]),
  ];
  return (
    <dl className="company-sheet">
      {facts.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>{words.facts.added}</dt>
        <dd>
          <RelativeTime at={company.createdAt} show="ago" />
        </dd>
      </div>
    </dl>
  );
}
