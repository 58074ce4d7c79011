import { brandsApi, customFieldsApi, usersApi } from '@bureau/contracts';
import type { Action, NamedThing } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { describeAction, ENGLISH_ACTIONS, GERMAN_ACTIONS } from '@bureau/domain';
import type { ActionNames } from '@bureau/domain';
import { useArticleNames } from './use-article-names.ts';
import { useWebhookNames } from '../webhook-names/index.ts';

/** Says an action in the reader's language. */
export type SayAction = (action: Action) => string;

/** Stands for what is still to be chosen. */
const UNCHOSEN = '…';

/**
 * Says what these actions do, with the names of whom and what they are about, also while they are written. `called`: names
 * that the desk gave with them, which the reader may not be able to look up.
 */
export function useSayAction(actions: readonly Action[], called: readonly NamedThing[] = []): SayAction {
  const session = useSession();
  const user = useRoute(usersApi.list, {}).data?.items;
  const group = useRoute(usersApi.groups, {}).data?.items;
  const brand = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items;
  const webhook = useWebhookNames();
  const articleName = useArticleNames(actions);
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } }).data?.items;
  const things = { user, group, brand, webhook };
  const names: ActionNames = {
    nameOf: (to, id) => {
      const given = called.find((thing) => thing.to === to && thing.id === id);
      if (given) return given.name;
      if (to === 'article') {
        const name = articleName(id);
        return name === undefined ? UNCHOSEN : name;
      }
      const known = things[to];
      // Until the names are here nobody can say that somebody is gone.
      if (id === 0 || known === undefined) return UNCHOSEN;
      return known.find((thing) => thing.id === id)?.name ?? null;
    },
    labelOf: (key) => fields?.find((field) => field.key === key)?.label ?? null,
    words: document.documentElement.lang === 'de' ? GERMAN_ACTIONS : ENGLISH_ACTIONS,
  };
  return (action) => describeAction(action, names);
}
