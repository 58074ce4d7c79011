import { z } from 'zod';
import { Problem } from '../web/problem.ts';
import { route, type Route } from '../web/router.ts';
import {
  administration,
  FieldAccess,
  FieldName,
  PicklistChange,
  removeRule,
  RightsChange,
  Switches,
  TokenChange,
} from './administration.ts';
import { Failure } from './failures.ts';
import type { Org } from './org.ts';
import { needObject, personOf, slowly } from './people.ts';
import { CustomField, DuplicateRule, ValidationRule, Workflow } from './settings.ts';
import { SfError } from './sf-error.ts';
import { Value, type Row } from './value.ts';

const Values = z.record(z.string(), Value);
const as = z.string().default('erin@larkspur.example');

export const Action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), as, type: z.string(), values: Values }),
  z.object({ kind: z.literal('edit'), as, id: z.string(), values: Values }),
  z.object({ kind: z.literal('delete'), as, id: z.string() }),
  z.object({ kind: z.literal('undelete'), as, id: z.string() }),
  z.object({ kind: z.literal('merge'), as, master: z.string(), losers: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('comment'), as, id: z.string(), text: z.string(), published: z.boolean().default(false) }),
  /** Stamped now, seen later. */
  z.object({ kind: z.literal('slow-edit'), as, id: z.string(), values: Values, forMs: z.number().int().min(1) }),
]);
export type Action = z.infer<typeof Action>;

const base = '/__control/salesforce';

/** What people do in Salesforce, what its administrator sets up, and what it does to an app. */
export function salesforceControlRoutes(org: Org): Route[] {
  return [
    route('GET', `${base}/records/:type`, ({ param, query }) => {
      const all = query.get('deleted') === 'true';
      const rows = said(() => org.records.all(needObject(org, param('type')).name));
      return { json: { items: rows.filter((row) => all || row['IsDeleted'] !== true) } };
    }),
    route('POST', `${base}/act`, async ({ body }) => {
      const action = await body(Action);
      return { status: 201, json: { record: said(() => act(org, action)) ?? null } };
    }),
    route('POST', `${base}/fail`, async ({ body }) => {
      const failure = await body(Failure);
      org.failures.add(failure);
      org.tell(`Salesforce says ${failure.code}.`);
      return { status: 201, json: {} };
    }),
    route('POST', `${base}/fail/clear`, () => {
      org.failures.clear();
      return { json: {} };
    }),
    route('POST', `${base}/lock`, async ({ body }) => {
      const { ids, forMs } = await body(z.object({ ids: z.array(z.string()).min(1), forMs: z.number().int().min(1) }));
      org.locks.take(ids, forMs);
      org.tell(`Somebody else writes ${ids.join(', ')}.`);
      return { json: {} };
    }),
    route('POST', `${base}/calls`, async ({ body }) => {
      const { calls } = await body(z.object({ calls: z.number().int().min(1) }));
      org.usage.add(calls);
      org.tell(`Others made ${calls} calls.`);
      return { json: { used: org.usage.used() } };
    }),
    route('GET', `${base}/violations`, () => ({ json: { items: org.violations.list() } })),
    ...setupRoutes(org),
  ];
}

/** Does it; the record as it is afterwards, where there is one. */
export function act(org: Org, action: Action): Row | undefined {
  const person = personOf(org, action.as);
  const done = perform(org, person, action);
  org.tell(`${action.as}: ${action.kind}.`);
  return done;
}

function perform(org: Org, person: ReturnType<typeof personOf>, action: Action): Row | undefined {
  switch (action.kind) {
    case 'create':
      return person.create(action.type, action.values);
    case 'edit':
      return person.edit(action.id, action.values);
    case 'delete':
      person.delete(action.id);
      return undefined;
    case 'undelete':
      return person.undelete(action.id);
    case 'merge':
      return person.merge(action.master, action.losers);
    case 'comment':
      return person.comment(action.id, action.text, action.published);
    case 'slow-edit':
      slowly(org, action.as, { forMs: action.forMs, work: [{ edit: action.id, values: action.values }] });
      return undefined;
  }
}

function setupRoutes(org: Org): Route[] {
  const admin = administration(org);
  const set = <Schema extends z.ZodType>(path: string, schema: Schema, change: (given: z.output<Schema>) => unknown) =>
    route('POST', `${base}/${path}`, async ({ body }) => {
      const given = await body(schema);
      said(() => change(given));
      org.tell(`Setup of Salesforce changed: ${path}.`);
      return { json: setupOf(org) };
    });
  return [
    route('GET', `${base}/setup`, () => ({ json: setupOf(org) })),
    set('setup', z.record(z.string(), z.unknown()), (given) => admin.switch(switchesFrom(given))),
    set('rules/validation', ValidationRule, admin.validationRule),
    set('rules/workflow', Workflow, admin.workflow),
    set('rules/duplicate', DuplicateRule, admin.duplicateRule),
    set('rules/remove', z.object({ id: z.number().int() }), ({ id }) => removeRule(org, id)),
    set('field-access', FieldAccess, admin.fieldAccess),
    set('object-rights', RightsChange, admin.objectRights),
    set('picklist', PicklistChange, admin.picklist),
    set('custom-field', CustomField, admin.customField),
    set('remove-field', FieldName, admin.removeField),
    set('token', TokenChange, admin.token),
    set('trusted-key', z.object({ pem: z.string() }), ({ pem }) => admin.trustKey(pem)),
  ];
}

/** Only what was named: the defaults of the settings are for an organisation's first day. */
function switchesFrom(given: Record<string, unknown>): Partial<z.infer<typeof Switches>> {
  const checked = Switches.strict().safeParse(given);
  if (!checked.success) {
    const words = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Problem({ status: 422, code: 'invalid', message: words });
  }
  return Object.fromEntries(Object.entries(checked.data).filter(([name]) => name in given));
}

function setupOf(org: Org) {
  const { trustedKeys, ...settings } = org.setup.get();
  return { ...settings, trustedKeys: trustedKeys.length, used: org.usage.used() };
}

/** What Salesforce refuses becomes a problem of the control plane, in its words. */
export function said<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = error instanceof SfError ? error.said.errorCode : 'refused';
    throw new Problem({ status: 409, code, message: error instanceof Error ? error.message : String(error) });
  }
}
