import { companiesApi, CreateCompany } from '@bureau/contracts';
import type { Company } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { TextArea, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { CustomFieldInputs } from '../../pieces/custom-field-inputs/index.ts';
import type { CustomFieldInput } from '../../pieces/custom-field-inputs/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { companiesWords } from './companies.words.ts';

const words = companiesWords.form;

interface CompanyValues {
  name: string;
  /** One a line. */
  domains: string;
  externalId: string;
  customFields: CustomFieldInput;
}

/** Makes a company, or changes one. */
export function CompanyEditor({ company, go }: AdminPageProps & { company: Company | null }) {
  const save = useSaveCompany(company, (id) => go({ item: String(id) }));
  const { values, set, errorOf, ...form } = useForm({ saved: valuesOf(company), check, save });
  const cancel = { label: words.cancel, run: () => go(company ? { item: String(company.id) } : {}) };
  const firstOf = (field: string) =>
    errorOf(field) ?? values.domains.split('\n').flatMap((_, at) => errorOf(`${field}.${at}`) ?? [])[0];
  return (
    <AdminPage
      back={{
        label: company ? company.name : companiesWords.back,
        href: company ? `/companies/${company.id}` : '/companies',
      }}
      title={company ? words.editTitle(company.name) : words.newTitle}
    >
      <FormFrame
        form={{ ...form, errorOf }}
        isNew={company === null}
        saveLabel={company ? undefined : words.create}
        onCancel={cancel}
      >
        <TextField
          label={words.name}
          isRequired
          autoFocus
          validationBehavior="aria"
          value={values.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
        />
        <TextArea
          label={words.domains}
          help={words.domainsHelp}
          rows={3}
          validationBehavior="aria"
          value={values.domains}
          onChange={(domains) => set({ domains })}
          error={firstOf('domains')}
        />
        <CustomFieldInputs
          owner="company"
          values={values.customFields}
          onChange={(customFields) => set({ customFields })}
          errorOf={(key) => errorOf(`customFields.${key}`)}
        />
        <TextField
          label={words.externalId}
          help={words.externalIdHelp}
          validationBehavior="aria"
          value={values.externalId}
          onChange={(externalId) => set({ externalId })}
          error={errorOf('externalId')}
        />
      </FormFrame>
    </AdminPage>
  );
}

/** The contract's check, of what the form would send. */
const check = { safeParse: (values: CompanyValues) => CreateCompany.safeParse(bodyOf(values)) };

function valuesOf(company: Company | null): CompanyValues {
  return {
    name: company?.name ?? '',
    domains: (company?.domains ?? []).join('\n'),
    externalId: company?.externalId ?? '',
    customFields: company?.customFields ?? {},
  };
}

function bodyOf({ name, domains, externalId, customFields }: CompanyValues): CreateCompany {
  return {
    name,
    domains: domains.split(/[\s,;]+/).filter(Boolean),
    externalId: externalId.trim() || null,
    customFields: { ...customFields },
  };
}

function useSaveCompany(company: Company | null, onSaved: (companyId: number) => void) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return async (values: CompanyValues) => {
    const body = bodyOf(values);
    const saved = company
      ? await client.call(companiesApi.update, { params: { companyId: company.id }, body })
      : await client.call(companiesApi.create, { body });
    queries.setQueryData(keyOf(companiesApi.get, { params: { companyId: saved.id } }), saved);
    void queries.invalidateQueries({ queryKey: keyOf(companiesApi.list) });
    if (!company) toasts.show({ text: words.created(saved.name), tone: 'positive' });
    onSaved(saved.id);
  };
}
