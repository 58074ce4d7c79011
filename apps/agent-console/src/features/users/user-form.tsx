import { brandsApi, ChangeUser, rolesApi, usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useRoute } from '@bureau/client';
import { Select, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, Refusal, useForm } from '../../pieces/form/index.ts';
import { Members } from '../../pieces/members/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { usersWords as words } from './users.words.ts';

interface UserFormProps {
  user: UserDetails;
  version: string | undefined;
  isReadOnly: boolean;
  onShowTheirs: () => void;
}

const ordered = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);

/** Who somebody is, and what he may do. */
export function UserForm({ user, version, isReadOnly, onShowTheirs }: UserFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const roles = useRoute(rolesApi.list, {}).data?.items ?? [];
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const brands = useRoute(brandsApi.list, {}).data?.items ?? [];
  const saved = {
    name: user.name,
    publicName: user.publicName,
    email: user.email,
    roleId: user.role.id,
    groupIds: user.groupIds,
    brandIds: user.brandIds,
  };
  const form = useForm({
    saved,
    check: ChangeUser,
    save: async (body) => {
      try {
        await client.call(usersApi.change, { params: { userId: user.id }, body }, { ifMatch: version });
      } catch (error) {
        if (isProblem(error, 'rights.exceeded')) throw new Refusal(words.exceeded);
        throw error;
      }
      void queries.invalidateQueries({ queryKey: keyOf(usersApi.list) });
      void queries.invalidateQueries({ queryKey: keyOf(usersApi.groups) });
      await queries.invalidateQueries({ queryKey: keyOf(usersApi.read) });
    },
  });
  const { values, set, errorOf } = form;
  const common = { validationBehavior: 'aria', isReadOnly } as const;
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <TextField
        {...common}
        label={words.name}
        isRequired
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <TextField
        {...common}
        label={words.publicName}
        help={words.publicNameHelp}
        value={values.publicName}
        onChange={(publicName) => set({ publicName })}
        error={errorOf('publicName')}
      />
      <TextField
        {...common}
        label={words.email}
        help={words.emailHelp}
        type="email"
        isRequired
        value={values.email}
        onChange={(email) => set({ email })}
        error={errorOf('email')}
      />
      <Select
        label={words.role}
        choices={roles.map(({ id, key, name, description }) => ({
          id: String(id),
          label: seededName('roles', name, key),
          detail: description,
        }))}
        value={String(values.roleId)}
        onChange={(roleId) => set({ roleId: Number(roleId) })}
        isDisabled={isReadOnly}
        error={errorOf('roleId')}
      />
      <Members
        label={words.groups}
        add={words.addGroup}
        none={words.noGroups}
        all={groups}
        chosen={values.groupIds}
        onChange={(groupIds) => set({ groupIds: ordered(groupIds) })}
        error={errorOf('groupIds')}
        isDisabled={isReadOnly}
      />
      <Members
        label={words.brands}
        help={words.brandsHelp}
        add={words.addBrand}
        none={words.noBrands}
        all={brands}
        chosen={values.brandIds}
        onChange={(brandIds) => set({ brandIds: ordered(brandIds) })}
        error={errorOf('brandIds')}
        isDisabled={isReadOnly}
      />
    </FormFrame>
  );
}
