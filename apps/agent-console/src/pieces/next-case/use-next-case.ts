import { useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { addressOf } from '../../plain/filter-address.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { askForOffer } from '../routing/use-routing.ts';
import { findNext } from './find-next.ts';
import { nextCaseWords as words } from './next-case.words.ts';
import { useCurrentCaseId, useCurrentFilter } from './use-current-filter.ts';

/**
 * Opens the next case of the filter that one works through, and says so when there is none. For Next itself, and for
 * "send and go on".
 */
export function useNextCase(): () => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const navigate = useNavigate();
  const filter = useCurrentFilter();
  const after = useCurrentCaseId();

  const open = async () => {
    try {
      const offered = await askForOffer(queries, client);
      if (offered === 'nothing') toasts.show({ text: words.nothingOffered, detail: words.nothingOfferedDetail });
      if (offered === 'full') toasts.show({ text: words.fullHands, detail: words.fullHandsDetail });
      if (offered !== undefined) return;
      if (!filter) return void toasts.show({ text: words.noFilter });
      const next = await findNext(queries, client, { filterId: filter.id, after });
      if (next === null) {
        const name = filter.key === null ? filter.name : seededName('filters', filter.name, filter.key);
        return void toasts.show({ text: after === null ? words.nothing(name) : words.nothingElse(name) });
      }
      const params = { filter: addressOf(filter), caseId: String(next) };
      await navigate({ to: '/cases/$filter/{-$caseId}', params, replace: after !== null });
    } catch {
      const action = { label: words.retry, run: () => void open() };
      toasts.show({ text: words.failed, detail: words.failedDetail, tone: 'danger', action });
    }
  };
  return open;
}
