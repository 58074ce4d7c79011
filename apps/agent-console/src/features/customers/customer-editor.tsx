import './customers.css';
import { customersApi, UpdateCustomer } from '@bureau/contracts';
import type { Customer } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Checkbox, TextArea, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { CustomFieldInputs } from '../../pieces/custom-field-inputs/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { customerName } from '../../plain/customer-name.ts';
import { CompanyField } from './company-field.tsx';
import { ContactsField } from './contacts-field.tsx';
import { bodyOf, valuesOf } from './customer-values.ts';
import type { CustomerValues } from './customer-values.ts';
import { customersWords } from './customers.words.ts';

const words = customersWords.form;

/** The contract's check, of what the form would send. */
const check = { safeParse: (values: CustomerValues) => UpdateCustomer.safeParse(bodyOf(values)) };

/** Makes a customer, or changes one. */
export function CustomerEditor({ customer, go }: AdminPageProps & { customer: Customer | null }) {
  const save = useSaveCustomer(customer, (id) => go({ item: String(id) }));
  const form = useForm({ saved: valuesOf(customer), check, save });
  const name = customer ? customerName(customer) : '';
  const leave = () => go(customer ? { item: String(customer.id) } : {});
  return (
    <AdminPage
      back={{
        label: customer ? name : customersWords.back,
        href: customer ? `/customers/${customer.id}` : '/customers',
      }}
      title={customer ? words.editTitle(name) : words.newTitle}
    >
      <FormFrame
        form={form}
        isNew={customer === null}
        saveLabel={customer ? undefined : words.create}
        onCancel={{ label: words.cancel, run: leave }}
      >
        <Person form={form} />
        <AdminSection title={words.sections.reach}>
          <Reach form={form} />
        </AdminSection>
        <AdminSection title={words.sections.more}>
          <More form={form} />
        </AdminSection>
      </FormFrame>
    </AdminPage>
  );
}

type PartProps = { form: Form<CustomerValues> };

function Person({ form }: PartProps) {
  const { values, set, errorOf } = form;
  return (
    <div className="customer-form-grid">
      <TextField
        label={words.firstName}
        validationBehavior="aria"
        autoFocus
        value={values.firstName}
        onChange={(firstName) => set({ firstName })}
        error={errorOf('firstName')}
      />
      <TextField
        label={words.lastName}
        validationBehavior="aria"
        value={values.lastName}
        onChange={(lastName) => set({ lastName })}
        error={errorOf('lastName')}
      />
      <TextField
        label={words.name}
        help={words.nameHelp}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <TextField
        label={words.title}
        validationBehavior="aria"
        value={values.title}
        onChange={(title) => set({ title })}
        error={errorOf('title')}
      />
    </div>
  );
}

function Reach({ form }: PartProps) {
  const { values, set, errorOf } = form;
  return (
    <>
      <ContactsField
        label={words.emails}
        help={words.emailsHelp}
        addLabel={words.addEmail}
        kind="email"
        contacts={values.emails}
        onChange={(emails) => set({ emails })}
        errorOf={(at) => errorOf(`emails.${at}.value`) ?? (at === 0 ? errorOf('emails') : undefined)}
        primary={values.address ?? values.emails[0]?.value ?? null}
        onPrimary={(address) => set({ address })}
      />
      <ContactsField
        label={words.phones}
        addLabel={words.addPhone}
        kind="tel"
        contacts={values.phoneNumbers}
        onChange={(phoneNumbers) => set({ phoneNumbers })}
        errorOf={(at) => errorOf(`phoneNumbers.${at}.value`)}
      />
      <ContactsField
        label={words.postal}
        addLabel={words.addPostal}
        kind="text"
        contacts={values.postalAddresses}
        onChange={(postalAddresses) => set({ postalAddresses })}
        errorOf={(at) => errorOf(`postalAddresses.${at}.value`)}
      />
    </>
  );
}

function More({ form }: PartProps) {
  const { values, set, errorOf } = form;
  return (
    <>
      <CompanyField value={values.company} onChange={(company) => set({ company })} error={errorOf('companyId')} />
      <TextField
        label={words.language}
        help={words.languageHelp}
        validationBehavior="aria"
        value={values.language}
        onChange={(language) => set({ language })}
        error={errorOf('language')}
      />
      <TextArea
        label={words.background}
        help={words.backgroundHelp}
        rows={4}
        validationBehavior="aria"
        value={values.background}
        onChange={(background) => set({ background })}
        error={errorOf('background')}
      />
      <CustomFieldInputs
        owner="customer"
        values={values.customFields}
        onChange={(customFields) => set({ customFields })}
        errorOf={(key) => errorOf(`customFields.${key}`)}
      />
      <Checkbox
        isSelected={values.accessPrivatePortal}
        onChange={(accessPrivatePortal) => set({ accessPrivatePortal })}
      >
        {words.portal}
      </Checkbox>
      <Checkbox isSelected={values.accessCompanyCases} onChange={(accessCompanyCases) => set({ accessCompanyCases })}>
        {words.companyCases}
      </Checkbox>
      <TextField
        label={words.externalId}
        help={words.externalIdHelp}
        validationBehavior="aria"
        value={values.externalId}
        onChange={(externalId) => set({ externalId })}
        error={errorOf('externalId')}
      />
    </>
  );
}

function useSaveCustomer(customer: Customer | null, onSaved: (customerId: number) => void) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return async (values: CustomerValues) => {
    const body = bodyOf(values);
    const saved = customer
      ? await client.call(customersApi.update, { params: { customerId: customer.id }, body })
      : await client.call(customersApi.create, { body });
    queries.setQueryData(keyOf(customersApi.get, { params: { customerId: saved.id } }), saved);
    void queries.invalidateQueries({ queryKey: keyOf(customersApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(customersApi.history) });
    if (!customer) toasts.show({ text: words.created(customerName(saved)), tone: 'positive' });
    onSaved(saved.id);
  };
}
