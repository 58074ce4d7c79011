import { brandsApi, conditionsIn, customFieldsApi, labelsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import type { Condition, ConditionGroup, NamedThing, SeenValue } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { describeConditions, vocabularyOf } from '@bureau/domain';
import type { NamedField, NameOf } from '@bureau/domain';
import { useMemo } from 'react';
import { conditionsWords } from '../conditions/conditions.words.ts';
import { useNamesOf } from '../conditions/use-things.ts';
import { sentenceWords } from '../condition-sentence/sentence-words.ts';
import { saySeen } from './say-seen.ts';

/**
 * Says conditions in the reader's language, those of rules too, also while they are written and the desk does not know
 * them. `of`: whose customers and companies are to be named; there are too many to know them all.
 */
export function useSayConditions(of: ConditionGroup = NOTHING): (conditions: ConditionGroup) => string {
  const vocabulary = useNamedFields();
  const nameOf = useNames(of);
  return (conditions) => describeConditions(conditions, { vocabulary, nameOf, words: sentenceWords });
}

/** Says what was asked of a case and what was seen there, with what the desk says that its ids are called. */
export function useSayTrace(called: readonly NamedThing[]) {
  const vocabulary = useNamedFields();
  const nameOf: NameOf = (to, id) => called.find((thing) => thing.to === to && thing.id === id)?.name ?? null;
  const names = { vocabulary, nameOf, words: sentenceWords };
  return {
    asked: (condition: Condition) => describeConditions({ match: 'all', conditions: [condition] }, names),
    seen: ({ field }: Condition, seen: SeenValue) => saySeen(vocabulary.get(field), seen, names),
  };
}

const NOTHING: ConditionGroup = { match: 'all', conditions: [] };

function useNamedFields(): ReadonlyMap<string, NamedField> {
  const customFields = useRoute(customFieldsApi.list, {}).data?.items;
  return useMemo(() => {
    const fields = [...vocabularyOf(customFields ?? [])];
    return new Map(
      fields.map(([key, { label, kind }]) => [key, { label: conditionsWords.fields[key] ?? label, kind }]),
    );
  }, [customFields]);
}

function useNames(of: ConditionGroup): NameOf {
  const session = useSession();
  const users = useRoute(usersApi.list, {}).data?.items ?? [];
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const labels = useRoute(labelsApi.list, { query: {} }).data?.items ?? [];
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const mayMail = can(session, mailboxesApi.list);
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: mayMail }).data?.items ?? [];
  const customerOf = useNamesOf('customer', idsIn(of, 'customer.id'));
  const companyOf = useNamesOf('company', idsIn(of, 'company.id'));
  return (to, id) => {
    switch (to) {
      case 'user':
        return nameIn(users, id);
      case 'group':
        return nameIn(groups, id);
      case 'label':
        return nameIn(labels, id);
      case 'brand':
        return nameIn(brands, id);
      case 'mailbox':
        return mailboxes.find((mailbox) => mailbox.id === id)?.address ?? null;
      case 'customer':
        return customerOf(id);
      case 'company':
        return companyOf(id);
    }
  };
}

function nameIn(things: readonly { id: number; name: string }[], id: number): string | null {
  return things.find((thing) => thing.id === id)?.name ?? null;
}

function idsIn(conditions: ConditionGroup, field: string): number[] {
  return conditionsIn(conditions)
    .filter((condition) => condition.field === field)
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    .filter((id) => typeof id === 'number');
}
