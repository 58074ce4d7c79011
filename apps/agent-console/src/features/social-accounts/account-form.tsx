import { socialAccountsApi, UpdateSocialAccount, usersApi } from '@bureau/contracts';
import type { SocialAccount, SocialImports } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Checkbox, FormField, Select } from '@bureau/ui';
import { ChipField } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { accountWords as words } from './social-accounts.words.ts';

interface Fields {
  groupId: number | null;
  isDefault: boolean;
  imports: SocialImports;
}

const NO_GROUP = 'none';

/** What of an account becomes cases, where they begin, and whether it answers by default. */
export function AccountForm({ account }: { account: SocialAccount }) {
  const client = useClient();
  const queries = useQueryClient();
  const params = { socialAccountId: account.id };
  const form = useForm<Fields>({
    saved: { groupId: account.group?.id ?? null, isDefault: account.isDefault, imports: account.imports },
    save: async (body) => {
      const saved = await client.call(socialAccountsApi.update, { params, body });
      queries.setQueryData(keyOf(socialAccountsApi.get, { params }), saved);
      await queries.invalidateQueries({ queryKey: keyOf(socialAccountsApi.list) });
    },
    check: UpdateSocialAccount,
  });
  return (
    <FormFrame form={form}>
      <AdminSection title={words.bringsTitle} lead={words.bringsLead[account.network]}>
        <Imports imports={form.values.imports} onChange={(imports) => form.set({ imports })} errorOf={form.errorOf} />
      </AdminSection>
      <WhereItGoes form={form} account={account} />
    </FormFrame>
  );
}

type AccountFormState = ReturnType<typeof useForm<Fields>>;

function WhereItGoes({ form: { values, set, errorOf }, account }: { form: AccountFormState; account: SocialAccount }) {
  const groups = useRoute(usersApi.groups, {});
  const choices = (groups.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <>
      <Select
        label={words.group}
        help={words.groupHelp}
        choices={[{ id: NO_GROUP, label: words.noGroup }, ...choices]}
        value={values.groupId === null ? NO_GROUP : String(values.groupId)}
        onChange={(id) => set({ groupId: id === NO_GROUP ? null : Number(id) })}
        error={errorOf('groupId')}
      />
      <Checkbox
        isSelected={values.isDefault}
        onChange={(isDefault) => set({ isDefault })}
        help={words.answersHelp(account.brand.name, words.networks[account.network])}
      >
        {words.answersByDefault}
      </Checkbox>
    </>
  );
}

interface ImportsProps {
  imports: SocialImports;
  onChange: (imports: SocialImports) => void;
  errorOf: (path: string) => string | undefined;
}

function Imports({ imports, onChange, errorOf }: ImportsProps) {
  if (imports.network === 'facebook') {
    return (['visitorPosts', 'comments', 'privateMessages', 'companyPosts'] as const).map((name) => (
      <Checkbox
        key={name}
        isSelected={imports[name]}
        onChange={(on) => onChange({ ...imports, [name]: on })}
        help={words.importHelp[name]}
      >
        {words.imports[name]}
      </Checkbox>
    ));
  }
  return (
    <>
      {(['mentions', 'replies', 'quotes', 'directMessages'] as const).map((name) => (
        <Checkbox
          key={name}
          isSelected={imports[name]}
          onChange={(on) => onChange({ ...imports, [name]: on })}
          help={words.importHelp[name]}
        >
          {words.imports[name]}
        </Checkbox>
      ))}
      <Searches
        searches={imports.searches}
        onChange={(searches) => onChange({ ...imports, searches })}
        errorOf={errorOf}
      />
    </>
  );
}

interface SearchesProps {
  searches: readonly string[];
  onChange: (searches: string[]) => void;
  errorOf: (path: string) => string | undefined;
}

/** Terms that are looked for on X, whoever says them. */
function Searches({ searches, onChange, errorOf }: SearchesProps) {
  const wrong = [undefined, ...searches.keys()].flatMap(
    (index) => errorOf(index === undefined ? 'imports.searches' : `imports.searches.${index}`) ?? [],
  );
  return (
    <FormField label={words.imports.searches} help={words.importHelp.searches} error={wrong[0]}>
      {() => (
        <div className="account-searches">
          <ChipField
            label={words.imports.searches}
            chips={searches.map((value) => ({ value }))}
            suggestions={[]}
            onType={() => undefined}
            onAdd={(typed) => onChange([...new Set([...searches, typed.trim()])].filter((term) => term !== ''))}
            onRemove={(value) => onChange(searches.filter((term) => term !== value))}
          />
        </div>
      )}
    </FormField>
  );
}
