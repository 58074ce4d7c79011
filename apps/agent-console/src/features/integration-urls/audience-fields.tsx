import { rolesApi, usersApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Select } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { Members } from '../../pieces/members/index.ts';
import { integrationUrlsWords } from './integration-urls.words.ts';
import type { IntegrationValues } from './integration-values.ts';

const words = integrationUrlsWords.form;

interface AudienceFieldsProps {
  values: Pick<IntegrationValues, 'visibility' | 'roleIds'>;
  errorOf: (path: string) => string | undefined;
  onChange: (changes: Partial<IntegrationValues>) => void;
}

/** Who sees an integration: everybody, a group or one user; and of them, whoever has one of some roles. */
export function AudienceFields({ values: { visibility, roleIds }, errorOf, onChange }: AudienceFieldsProps) {
  const { user } = useSession();
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const users = useRoute(usersApi.list, {}).data?.items ?? [];
  const roles = useRoute(rolesApi.list, {}).data?.items ?? [];
  const [firstGroup] = groups;
  const choose = (chosen: 'everyone' | 'group' | 'user') => {
    if (chosen === 'everyone') onChange({ visibility: { for: 'everyone' } });
    else if (chosen === 'user') onChange({ visibility: { for: 'user', userId: user.id } });
    else if (firstGroup) onChange({ visibility: { for: 'group', groupId: firstGroup.id } });
  };
  return (
    <>
      <Select
        label={words.who}
        choices={[
          { id: 'everyone', label: words.everyone },
          ...(firstGroup ? [{ id: 'group' as const, label: words.group }] : []),
          { id: 'user', label: words.user },
        ]}
        value={visibility.for}
        onChange={choose}
        error={errorOf('visibility')}
      />
      {visibility.for === 'group' && (
        <ComboBox
          label={words.whichGroup}
          choices={groups.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={String(visibility.groupId)}
          onChange={(id) => id !== null && onChange({ visibility: { for: 'group', groupId: Number(id) } })}
          error={errorOf('visibility.groupId')}
        />
      )}
      {visibility.for === 'user' && (
        <ComboBox
          label={words.whichUser}
          choices={users.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={String(visibility.userId)}
          onChange={(id) => id !== null && onChange({ visibility: { for: 'user', userId: Number(id) } })}
          error={errorOf('visibility.userId')}
        />
      )}
      <Members
        label={words.roles}
        add={words.addRole}
        none={words.noRole}
        error={errorOf('roleIds')}
        all={roles}
        chosen={roleIds}
        onChange={(chosen) => onChange({ roleIds: chosen })}
      />
    </>
  );
}
