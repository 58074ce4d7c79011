import { customFieldsApi } from '@bureau/contracts';
import type { Contact, Customer } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Link, RelativeTime } from '@bureau/ui';
import type { ReactNode } from 'react';
import { customFieldFacts } from '../../pieces/custom-field-inputs/index.ts';
import { formatNumber } from '../../language/format.ts';
import { customersWords } from './customers.words.ts';
import { identityWords } from './identity-words.ts';
import { MergedCustomers } from './merged-customers.tsx';

const words = customersWords.facts;

/** All that is known of a customer, in a list of facts; what is unknown is left out. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'customer' } });
  const custom = customFieldFacts(fields.data?.items ?? [], customer.customFields);
  return (
    <dl className="customer-sheet">
      <Contacts name={words.emails} contacts={customer.emails} primary={customer.address} scheme="mailto:" />
      <Contacts name={words.phones} contacts={customer.phoneNumbers} scheme="tel:" />
      <Contacts name={words.postal} contacts={customer.postalAddresses} />
      <Fact name={words.identities} isKnown={customer.identities.length > 0}>
        {customer.identities.map((identity) => (
          <div key={`${identity.network} ${identity.externalId}`}>
            {identityWords(identity)}
            {identity.handle === '' && identity.name !== '' && ` · ${identity.name}`}
            {identity.followers !== null && ` · ${words.followers(formatNumber(identity.followers))}`}
            {identity.verified && ` · ${words.verified}`}
          </div>
        ))}
      </Fact>
      <Fact name={words.company} isKnown={customer.company !== null}>
        {customer.company && <Link href={`/companies/${customer.company.id}`}>{customer.company.name}</Link>}
      </Fact>
      <Fact name={words.title} isKnown={customer.title !== ''}>
        {customer.title}
      </Fact>
      <Fact name={words.language} isKnown={customer.language !== null}>
        {customer.language}
      </Fact>
      {custom.map(({ key, label, text }) => (
        <Fact key={key} name={label} isKnown>
          {text}
        </Fact>
      ))}
      <Fact name={words.background} isKnown={customer.background !== ''}>
        <span className="customer-background">{customer.background}</span>
      </Fact>
      <Fact name={words.portal} isKnown={customer.accessPrivatePortal || customer.accessCompanyCases}>
        {customer.accessCompanyCases ? words.companyCases : words.ownCases}
      </Fact>
      <Fact name={words.externalId} isKnown={customer.externalId !== null}>
        {customer.externalId}
      </Fact>
      <Fact name={words.uid} isKnown={customer.uid !== null}>
        {customer.uid}
      </Fact>
      <Fact name={words.added} isKnown>
        <RelativeTime at={customer.createdAt} show="ago" />
      </Fact>
      <Fact name={words.merged} isKnown={customer.merged.length > 0}>
        <MergedCustomers customer={customer} />
      </Fact>
    </dl>
  );
}

function Fact({ name, isKnown, children }: { name: string; isKnown: boolean; children: ReactNode }) {
  if (!isKnown) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface ContactsProps {
  name: string;
  contacts: readonly Contact[];
  primary?: string | null;
  scheme?: string;
}

function Contacts({ name, contacts, primary, scheme }: ContactsProps) {
  return (
    <Fact name={name} isKnown={contacts.length > 0}>
      {contacts.map(({ type, value }) => (
        <div key={value} className="customer-contact">
          {scheme ? <a href={`${scheme}${value}`}>{value}</a> : <span className="customer-background">{value}</span>}
          {type !== 'other' && <span className="customer-quiet">{customersWords.types[type]}</span>}
          {value === primary && contacts.length > 1 && <Badge>{words.primary}</Badge>}
        </div>
      ))}
    </Fact>
  );
}
