import { canonicalDeskRecord, canonicalSalesforceRecord } from '../field-pair.ts';
import type { SyncLink } from '../sync-link.ts';
import { PAIRS } from './model-desk.ts';
import type { Outcome } from './play-history.ts';

const REFUSED = 'refused';

/** What does not hold of an outcome (external-apis.md §4.6); empty: everything does. */
export function broken(outcome: Outcome): string[] {
  return [...quiet(outcome), ...converged(outcome), ...linked(outcome), ...nothingLost(outcome)];
}

function quiet({ lateWrites, desk, organisation }: Outcome): string[] {
  return [
    ...(lateWrites > 0 ? [`I1: ${lateWrites} writes though nothing changed`] : []),
    ...(desk.outbox.size > 0 ? [`I2: the outbox still has ${[...desk.outbox].join(', ')}`] : []),
    ...organisation.overwritten.map((field) => `I11: ${field} was overwritten unseen`),
  ];
}

const okLinks = ({ desk }: Outcome): [string, SyncLink][] => [...desk.links].filter(([, { state }]) => state === 'ok');

function converged(outcome: Outcome): string[] {
  const { desk, organisation } = outcome;
  return okLinks(outcome).flatMap(([id, link]) => {
    const row = organisation.rows.get(link.salesforceId ?? '');
    if (!row || row.deleted) return [`I6: ${id} is linked to what was deleted`];
    const here = canonicalDeskRecord(PAIRS, desk.records.get(id) ?? {}).values;
    const there = canonicalSalesforceRecord(PAIRS, row.values);
    return PAIRS.map(({ deskField }) => deskField).flatMap((field) => [
      ...(here[field] === there[field] || here[field] === REFUSED ? [] : [`I3: ${id}.${field} differs`]),
      ...(link.base[field] === there[field] || here[field] === REFUSED
        ? []
        : [`I4: the base of ${id}.${field} differs`]),
    ]);
  });
}

function linked({ desk, organisation, born }: Outcome): string[] {
  const ids = [...desk.links.values()].map(({ salesforceId }) => salesforceId).filter((id) => id !== null);
  const known = new Set(ids);
  const rows = [...organisation.rows.values()].filter(({ deleted }) => !deleted);
  return [
    ...(known.size < ids.length ? ['I5: two links to one record'] : []),
    ...rows
      .filter(({ id, deskId }) => !known.has(id) && !(deskId !== null && desk.links.has(deskId)))
      .map(({ id }) => `I7: nobody is linked to ${id}`),
    ...[...desk.records.keys()].filter((id) => !desk.links.has(id)).map((id) => `I8: ${id} is not linked`),
    ...(organisation.rows.size > born || desk.records.size > born ? ['I9: a record was made twice'] : []),
  ];
}

/** An edit of the desk to a field that nobody in Salesforce touched is there; C is rewritten there by a workflow. */
function nothingLost(outcome: Outcome): string[] {
  const { desk, organisation, deskEdits, repaired } = outcome;
  return okLinks(outcome).flatMap(([id, { salesforceId }]) => {
    const row = organisation.rows.get(salesforceId ?? '');
    if (!row || repaired.has(id) || row.mergedInto !== null || !desk.records.has(id)) return [];
    const there = canonicalSalesforceRecord(PAIRS, row.values);
    return ['a', 'b', 'p'].flatMap((field) => {
      const edit = deskEdits.get(`${id}.${field}`);
      const isOurs = edit !== undefined && edit !== REFUSED && !organisation.usersTouched.has(`${row.id}.${field}`);
      return isOurs && there[field] !== edit ? [`I10: the edit of ${id}.${field} at the desk is lost`] : [];
    });
  });
}
