import { brandsApi, filtersApi, labelsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import type { ConditionField, ConditionGroup } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { describeConditions } from '@bureau/domain';
import type { NamedField, NameOf } from '@bureau/domain';
import { useMemo } from 'react';
import { conditionsWords } from '../conditions/conditions.words.ts';
import { sentenceWords } from './sentence-words.ts';

/** Says conditions; `description` is how the desk says them. */
export type SayConditions = (conditions: ConditionGroup, description: string) => string;

const asTheDesk: SayConditions = (_, description) => description;

/**
 * Says conditions in the reader's language. The desk says them in English; that is also what is shown until the names
 * are here, and where a name is not to be had. The same function as long as nothing is renamed.
 */
export function useConditionSentence(): SayConditions {
  const isEnglish = document.documentElement.lang !== 'de';
  const session = useSession();
  const ask = { enabled: !isEnglish };
  const fields = useRoute(filtersApi.fields, {}, ask).data?.items;
  const user = useRoute(usersApi.list, {}, ask).data?.items;
  const group = useRoute(usersApi.groups, {}, ask).data?.items;
  const label = useRoute(labelsApi.list, { query: {} }, ask).data?.items;
  const brand = useRoute(brandsApi.list, {}, { enabled: !isEnglish && can(session, brandsApi.list) }).data?.items;
  const mayMail = can(session, mailboxesApi.list);
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: !isEnglish && mayMail }).data?.items;
  return useMemo(() => {
    if (isEnglish || !fields) return asTheDesk;
    const mailbox = mailboxes?.map(({ id, address }) => ({ id, name: address }));
    return sayWith(fields, { user, group, label, brand, mailbox });
  }, [isEnglish, fields, user, group, label, brand, mailboxes]);
}

type Things = Partial<Record<Parameters<NameOf>[0], readonly { id: number; name: string }[]>>;

function sayWith(fields: readonly ConditionField[], things: Things): SayConditions {
  const vocabulary = new Map(fields.map((field) => [field.key, namedField(field)]));
  return (conditions, description) => {
    let isWhole = true;
    const nameOf: NameOf = (to, id) => {
      isWhole &&= things[to] !== undefined;
      return things[to]?.find((thing) => thing.id === id)?.name ?? null;
    };
    const said = describeConditions(conditions, { vocabulary, nameOf, words: sentenceWords });
    return isWhole ? said : description;
  };
}

function namedField({ key, label, type, choices, refersTo }: ConditionField): NamedField {
  const said = conditionsWords.fields[key] ?? label;
  if (type === 'reference') return { label: said, kind: { type, to: refersTo ?? 'label' } };
  if (type === 'hours') return { label: said, kind: { type, of: key } };
  if (type === 'choice' || type === 'list') return { label: said, kind: { type, choices } };
  return { label: said, kind: { type } };
}
