import type { PreflightCheck, PreflightTodo, PreflightTopic, PreflightVerdict, SyncObject } from '@bureau/contracts';
import { SALESFORCE_ORIGINS, SALESFORCE_PRIORITIES, SALESFORCE_STATUSES } from '@bureau/domain';
import type { Description } from '../salesforce/index.ts';
import { accessChecks } from './access-checks.ts';
import { externalIdIn } from './external-ids.ts';
import { hasPersonAccounts, type OrganisationFacts } from './organisation-facts.ts';
import { EXTERNAL_ID, EXTERNAL_ID_OF_PERSONS, SYNCED } from './required.ts';
import {
  APP_PATH,
  FEED_TRACKING_PATH,
  newFieldPath,
  recordTypesPath,
  SESSION_PATH,
  systemAccessPath,
  valuesPath,
} from './set-up-path.ts';

const ORDER: Record<PreflightVerdict, number> = { missing: 0, advice: 1, unknown: 2, ok: 3 };

/** All that the desk needs of an organisation (external-apis.md §3.7); what needs doing comes first. */
export function checksOf(facts: OrganisationFacts): PreflightCheck[] {
  const checks = [
    ...accessChecks(facts),
    ...statusChecks(facts),
    ...priorityChecks(facts),
    ...originChecks(facts),
    ...recordTypeChecks(facts),
    personAccountsCheck(facts),
    ...externalIdChecks(facts),
    caseCommentsCheck(facts),
    feedTrackingCheck(facts),
    ...sessionChecks(facts),
  ];
  return checks.sort((one, other) => ORDER[one.verdict] - ORDER[other.verdict]);
}

interface Said {
  id: string;
  topic: PreflightTopic;
  object: SyncObject | null;
  subject: string;
  verdict: PreflightVerdict;
  todo: PreflightTodo;
}

/** What is well needs no to-do. */
function check({ todo, verdict, ...said }: Said): PreflightCheck {
  return { ...said, verdict, todo: verdict === 'ok' ? null : todo };
}

function valuesOf(description: Description | null | undefined, field: string) {
  return description?.fields.find(({ name }) => name === field);
}

function statusChecks({ caseStatuses, descriptions }: OrganisationFacts): PreflightCheck[] {
  const described = valuesOf(descriptions.get('Case'), 'Status')?.picklistValues.filter(({ active }) => active);
  const known = caseStatuses ?? described?.map(({ value }) => value) ?? null;
  return SALESFORCE_STATUSES.map((value) =>
    valueCheck({ field: 'Status', topic: 'status-values', value, known, otherwise: 'missing' }),
  );
}

function priorityChecks({ descriptions }: OrganisationFacts): PreflightCheck[] {
  const field = valuesOf(descriptions.get('Case'), 'Priority');
  const known = field?.picklistValues.filter(({ active }) => active).map(({ value }) => value) ?? null;
  return SALESFORCE_PRIORITIES.map((value) =>
    valueCheck({ field: 'Priority', topic: 'priority-values', value, known, otherwise: 'missing' }),
  );
}

/** Where a list takes other values, an origin that it does not have is no obstacle. */
function originChecks({ descriptions }: OrganisationFacts): PreflightCheck[] {
  const field = valuesOf(descriptions.get('Case'), 'Origin');
  if (!field) return [];
  const known = field.picklistValues.filter(({ active }) => active).map(({ value }) => value);
  const otherwise = field.restrictedPicklist ? 'missing' : 'advice';
  return SALESFORCE_ORIGINS.map(([name, ...others]) => {
    const value = others.find((other) => known.includes(other)) ?? name;
    return valueCheck({ field: 'Origin', topic: 'origin-values', value, known, otherwise });
  });
}

function valueCheck(asked: {
  field: string;
  topic: PreflightTopic;
  value: string;
  known: readonly string[] | null;
  otherwise: PreflightVerdict;
}): PreflightCheck {
  const { field, topic, value, known, otherwise } = asked;
  const isThere = known?.some((one) => one.toLowerCase() === value.toLowerCase()) ?? false;
  return check({
    ...{ id: `value:Case.${field}:${value}`, topic, object: 'case', subject: `Case: ${field} ${value}` },
    verdict: known === null ? 'unknown' : isThere ? 'ok' : otherwise,
    todo: { what: `Add the value ${value} to ${field} of Case.`, ...valuesPath('Case', field) },
  });
}

function recordTypeChecks({ descriptions, chosenRecordTypes, personRecordTypes }: OrganisationFacts): PreflightCheck[] {
  const objects = [...chosenRecordTypes].filter(([object]) => descriptions.get(object));
  return objects.map(([object, chosen]) => {
    const types = (descriptions.get(object)?.recordTypeInfos ?? []).filter(
      ({ master, available, recordTypeId }) => !master && available && !personRecordTypes.includes(recordTypeId),
    );
    const isGone = chosen !== null && !types.some(({ recordTypeId }) => recordTypeId === chosen);
    const isOpen = chosen === null && types.length > 1;
    const what = isGone
      ? `Let the user have the record type that is chosen for new records of ${object}, or choose another one in the settings.`
      : `Choose the record type of new records of ${object} in the settings; the user has several.`;
    return check({
      ...{
        id: `record-types:${object}`,
        topic: 'record-types',
        object: syncOf(object),
        subject: `${object}: Record Type`,
      },
      verdict: isGone ? 'missing' : isOpen ? 'advice' : 'ok',
      todo: { what, ...recordTypesPath(object) },
    });
  });
}

function syncOf(object: string): SyncObject | null {
  if (object === SYNCED.company) return 'company';
  return object === SYNCED.customer ? 'customer' : 'case';
}

function personAccountsCheck(facts: OrganisationFacts): PreflightCheck {
  const isOn = hasPersonAccounts(facts);
  return check({
    ...{ id: 'person-accounts', topic: 'person-accounts', object: 'customer' },
    subject: isOn ? 'Person accounts: on' : 'Person accounts: off',
    verdict: isOn && facts.personRecordTypes.length === 0 ? 'missing' : 'ok',
    todo: {
      what: 'Let the user have a record type of person accounts; customers are created with it.',
      ...recordTypesPath('Account'),
    },
  });
}

function externalIdChecks(facts: OrganisationFacts): PreflightCheck[] {
  const personAccounts = hasPersonAccounts(facts);
  return (['company', 'customer', 'case'] as const).map((object) => {
    const name = SYNCED[object];
    const field = object === 'customer' && personAccounts ? EXTERNAL_ID_OF_PERSONS : EXTERNAL_ID;
    const found = externalIdIn(facts.descriptions, object, { personAccounts });
    const what = `Make ${EXTERNAL_ID} on ${name}: Text, 36 characters, External ID, Unique (case sensitive), and let the user edit it. Without it, records are matched by name or e-mail address.`;
    return check({
      ...{ id: `external-id:${name}`, topic: 'external-id', object, subject: `${name}: ${found ?? field}` },
      verdict: found === null ? 'advice' : 'ok',
      todo: { what, ...newFieldPath(name) },
    });
  });
}

function caseCommentsCheck({ editsCaseComments }: OrganisationFacts): PreflightCheck {
  return check({
    ...{ id: 'case-comments', topic: 'case-comments', object: 'case', subject: 'Edit Case Comments' },
    verdict: editsCaseComments === null ? 'unknown' : editsCaseComments ? 'ok' : 'advice',
    todo: {
      what: 'Give the user the permission Edit Case Comments, so that notes can be corrected.',
      ...systemAccessPath('Edit Case Comments'),
    },
  });
}

function feedTrackingCheck({ descriptions }: OrganisationFacts): PreflightCheck {
  const isOn = descriptions.get('Case')?.feedEnabled ?? false;
  return check({
    ...{ id: 'feed-tracking', topic: 'feed-tracking', object: 'case', subject: 'Case: feed tracking' },
    verdict: isOn ? 'ok' : 'advice',
    todo: { what: 'Turn feed tracking on for Case, so that the desk can post to its feed.', ...FEED_TRACKING_PATH },
  });
}

function sessionChecks({ renewable }: OrganisationFacts): PreflightCheck[] {
  return [
    check({
      ...{ id: 'scopes', topic: 'scopes', object: null, subject: 'Refresh token' },
      verdict: renewable ? 'ok' : 'missing',
      todo: {
        what: 'Allow the app the scope refresh_token and connect again; the access ends with the session otherwise.',
        ...APP_PATH,
      },
    }),
    check({
      ...{ id: 'session', topic: 'session', object: null, subject: 'Session Settings' },
      verdict: 'unknown',
      todo: {
        what: 'See that sessions are not locked to the IP address they began at, and that nobody is logged out by force when they time out.',
        ...SESSION_PATH,
      },
    }),
  ];
}
