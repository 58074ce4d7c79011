import { usersApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Select } from '@bureau/ui';
import { Members } from '../../pieces/members/index.ts';
import { macroPagesWords as words } from './macro-pages.words.ts';
import type { MacroValues } from './macro-values.ts';
import { useMayShare } from './use-managed-macros.ts';

type Visibility = MacroValues['visibility'];

export interface WhoFieldProps {
  value: Visibility;
  errorOf: (path: string) => string | undefined;
  onChange: (visibility: Visibility) => void;
}

/** Who may use a macro. Without the right to share there is nothing to choose: it is one's own. */
export function WhoField({ value, errorOf, onChange }: WhoFieldProps) {
  const { user } = useSession();
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  if (!useMayShare()) return null;
  const choose = (chosen: string) => {
    if (chosen === 'everyone') onChange({ for: 'everyone' });
    else if (chosen === 'groups') onChange({ for: 'groups', groupIds: value.for === 'groups' ? value.groupIds : [] });
    else onChange({ for: 'user', userId: user.id });
  };
  const groupError = value.for === 'groups' ? faultOf(value.groupIds, errorOf) : undefined;
  return (
    <>
      <Select
        label={words.form.who}
        choices={[
          { id: 'everyone', label: words.everyone },
          { id: 'groups', label: words.groups },
          { id: 'user', label: words.onlyMe },
        ]}
        value={value.for}
        onChange={choose}
        error={errorOf('visibility') ?? errorOf('visibility.userId')}
      />
      {value.for === 'groups' && (
        <Members
          label={words.form.whichGroups}
          add={words.form.addGroup}
          none={words.form.noGroup}
          error={groupError}
          all={groups}
          chosen={value.groupIds}
          onChange={(groupIds) => onChange({ for: 'groups', groupIds })}
        />
      )}
    </>
  );
}

function faultOf(groupIds: readonly number[], errorOf: WhoFieldProps['errorOf']): string | undefined {
  const faults = groupIds.map((_, index) => errorOf(`visibility.groupIds.${index}`));
  return errorOf('visibility.groupIds') ?? faults.find((fault) => fault !== undefined);
}
