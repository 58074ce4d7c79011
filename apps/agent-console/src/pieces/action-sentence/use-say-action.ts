import { articlesApi, brandsApi, customFieldsApi, usersApi, webhooksApi } from '@bureau/contracts';
import type { Action } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { describeAction, ENGLISH_ACTIONS, GERMAN_ACTIONS } from '@bureau/domain';
import type { ActionNames } from '@bureau/domain';

/** Says an action in the reader's language. */
export type SayAction = (action: Action) => string;

/** Stands for what is still to be chosen. */
const UNCHOSEN = '…';

const ARTICLES = { query: { limit: '100', sort: 'subject', state: 'published' } } as const;

/** Says what actions do, with the names of whom and what they are about, also while they are written. */
export function useSayAction(): SayAction {
  const session = useSession();
  const user = useRoute(usersApi.list, {}).data?.items;
  const group = useRoute(usersApi.groups, {}).data?.items;
  const brand = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items;
  const webhook = useRoute(webhooksApi.list, {}, { enabled: can(session, webhooksApi.list) }).data?.items;
  const articles = useRoute(articlesApi.list, ARTICLES, { enabled: can(session, articlesApi.list) }).data?.items;
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } }).data?.items;
  const article = articles?.map(({ id, subject }) => ({ id, name: subject }));
  const things = { user, group, brand, webhook, article };
  const names: ActionNames = {
    nameOf: (to, id) => {
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
