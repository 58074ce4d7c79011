import { mailboxesApi, socialAccountsApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Select } from '@bureau/ui';
import type { IntakeFilter } from './intake-filter.ts';
import { intakeWords as words } from './intake.words.ts';
import { placeOf } from './way-in.ts';

const EVERY = 'every';

export interface PlaceFilterProps {
  filter: IntakeFilter;
  onFilter: (filter: IntakeFilter) => void;
}

/** Where something came to: one mailbox, or one account on a network. */
export function PlaceFilter({ filter, onFilter }: PlaceFilterProps) {
  const session = useSession();
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: can(session, mailboxesApi.list) });
  const accounts = useRoute(socialAccountsApi.list, {}, { enabled: can(session, socialAccountsApi.list) });
  const places = [
    ...(mailboxes.data?.items ?? []).map(({ id, address }) => ({ id: `mailbox-${id}`, label: address })),
    ...(accounts.data?.items ?? []).map((account) => ({
      id: `account-${account.id}`,
      label: placeOf({ mailbox: null, account }),
    })),
  ];
  const { mailboxId, socialAccountId } = filter;
  if (places.length < 2 && mailboxId === undefined && socialAccountId === undefined) return null;
  const choose = (place: string) => {
    const [kind, id] = place.split('-');
    const chosen = Number(id);
    onFilter({
      ...filter,
      mailboxId: kind === 'mailbox' ? chosen : undefined,
      socialAccountId: kind === 'account' ? chosen : undefined,
    });
  };
  return (
    <Select
      aria-label={words.place}
      choices={[{ id: EVERY, label: words.everyPlace }, ...places]}
      value={chosenOf(filter)}
      onChange={choose}
    />
  );
}

function chosenOf({ mailboxId, socialAccountId }: IntakeFilter): string {
  if (socialAccountId !== undefined) return `account-${socialAccountId}`;
  return mailboxId === undefined ? EVERY : `mailbox-${mailboxId}`;
}
