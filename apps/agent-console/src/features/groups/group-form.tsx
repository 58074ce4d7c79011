import { CreateGroup, groupsApi, usersApi } from '@bureau/contracts';
import type { Group } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { Members } from '../../pieces/members/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { groupsWords as words } from './groups.words.ts';
import { useNames } from './use-names.ts';

interface GroupFormProps {
  /** Nothing: a new one. */
  group: Group | null;
  version?: string | undefined;
  isReadOnly?: boolean;
  onShowTheirs?: () => void;
  go: AdminPageProps['go'];
}

/** Makes a group, or changes one. */
export function GroupForm({ group, version, isReadOnly = false, onShowTheirs, go }: GroupFormProps) {
  const saved = { name: group?.name ?? '', userIds: group?.userIds ?? [], brandIds: group?.brandIds ?? [] };
  const form = useForm({ saved, check: CreateGroup, save: useSave(group, { version, go }) });
  const { users, brands } = useNames();
  const { values, set, errorOf } = form;
  return (
    <FormFrame
      form={form}
      isNew={group === null}
      saveLabel={group ? undefined : words.create}
      onCancel={group ? undefined : { label: words.cancel, run: () => go({}) }}
      onShowTheirs={onShowTheirs}
    >
      <TextField
        label={words.name}
        isRequired
        autoFocus={group === null}
        isReadOnly={isReadOnly}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <Members
        label={words.members}
        help={words.membersHelp}
        add={words.addMember}
        none={words.noMembers}
        all={users.map(({ id, name, email, role }) => ({
          id,
          name,
          detail: words.member(seededName('roles', role.name), email),
        }))}
        chosen={values.userIds}
        onChange={(userIds) => set({ userIds: userIds.toSorted((a, b) => a - b) })}
        error={errorOf('userIds')}
        isDisabled={isReadOnly}
        isPeople
      />
      <Members
        label={words.brands}
        help={words.brandsHelp}
        add={words.addBrand}
        none={words.noBrands}
        all={brands}
        chosen={values.brandIds}
        onChange={(brandIds) => set({ brandIds: brandIds.toSorted((a, b) => a - b) })}
        error={errorOf('brandIds')}
        isDisabled={isReadOnly}
      />
    </FormFrame>
  );
}

function useSave(group: Group | null, { version, go }: Pick<GroupFormProps, 'version' | 'go'>) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return async (body: Omit<Group, 'id' | 'successorId'>) => {
    const saved = group
      ? await client.call(groupsApi.change, { params: { groupId: group.id }, body }, { ifMatch: version })
      : await client.call(groupsApi.create, { body });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.groups) });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.list) });
    if (group) return queries.invalidateQueries({ queryKey: keyOf(groupsApi.read) });
    toasts.show({ text: words.created(saved.name), tone: 'positive' });
    return go({ item: String(saved.id) });
  };
}
