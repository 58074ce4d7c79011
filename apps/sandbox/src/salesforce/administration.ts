import { z } from 'zod';
import type { Org } from './org.ts';
import { needUser } from './people.ts';
import {
  Access,
  CustomField,
  DuplicateRule,
  ObjectRights,
  Picklist,
  Settings,
  ValidationRule,
  Workflow,
} from './settings.ts';
import { idIn } from './value.ts';

/** What Setup can switch at a time. */
export const Switches = Settings.pick({
  personAccounts: true,
  externalIds: true,
  apiEnabled: true,
  dailyCalls: true,
  concurrentCalls: true,
  sessionMinutes: true,
  rotateRefreshTokens: true,
  pageSize: true,
  changeEvents: true,
}).partial();
/** Absent keys stay as they are: the defaults of the settings are not for changes. */
export type Switches = Partial<Pick<Settings, keyof typeof Switches.shape>>;

export const FieldAccess = z.object({ as: z.string(), object: z.string(), field: z.string(), access: Access });
export const RightsChange = z.object({ as: z.string(), object: z.string(), rights: ObjectRights.partial() });
export const PicklistChange = Picklist.extend({ object: z.string(), field: z.string() });
export const FieldName = z.object({ object: z.string(), field: z.string() });
export const TokenChange = z.object({ as: z.string(), how: z.enum(['expire', 'revoke']) });

/** What an administrator does in Setup, and what befalls an app. Each answers with the function that takes it back. */
export function administration(org: Org) {
  return { ...rules(org), ...permissions(org), ...fields(org), ...connections(org) };
}

function rules(org: Org) {
  const { setup } = org;
  return {
    /** Records that the condition holds for are refused. */
    validationRule(given: z.input<typeof ValidationRule>): () => void {
      const rule = { ...ValidationRule.parse(given), id: setup.nextRule() };
      setup.change({ validationRules: [...setup.get().validationRules, rule] });
      return () => removeRule(org, rule.id);
    },
    /** Fields that change in the transaction that writes a record. */
    workflow(given: z.input<typeof Workflow>): () => void {
      const rule = { ...Workflow.parse(given), id: setup.nextRule() };
      setup.change({ workflows: [...setup.get().workflows, rule] });
      return () => removeRule(org, rule.id);
    },
    duplicateRule(given: z.input<typeof DuplicateRule>): () => void {
      const rule = { ...DuplicateRule.parse(given), id: setup.nextRule() };
      setup.change({ duplicateRules: [...setup.get().duplicateRules, rule] });
      return () => removeRule(org, rule.id);
    },
  };
}

function permissions({ setup }: Org) {
  return {
    fieldAccess(given: z.input<typeof FieldAccess>): () => void {
      const { as, object, field, access } = FieldAccess.parse(given);
      const before = setup.get().fieldAccess[as]?.[`${object}.${field}`] ?? 'edit';
      const set = (value: Access) => {
        const all = setup.get().fieldAccess;
        setup.change({ fieldAccess: { ...all, [as]: { ...all[as], [`${object}.${field}`]: value } } });
      };
      set(access);
      return () => set(before);
    },
    objectRights(given: z.input<typeof RightsChange>): () => void {
      const { as, object, rights } = RightsChange.parse(given);
      const before = setup.get().objectRights;
      const changed = ObjectRights.parse({ ...before[as]?.[object], ...rights });
      setup.change({ objectRights: { ...before, [as]: { ...before[as], [object]: changed } } });
      return () => setup.change({ objectRights: before });
    },
  };
}

function fields({ setup }: Org) {
  return {
    /** The values of a picklist; the one with a star before it is the default. */
    picklist(given: z.input<typeof PicklistChange>): () => void {
      const { object, field, values, restricted } = PicklistChange.parse(given);
      const before = setup.get().picklists;
      setup.change({ picklists: { ...before, [`${object}.${field}`]: { values, restricted } } });
      return () => setup.change({ picklists: before });
    },
    customField(given: z.input<typeof CustomField>): () => void {
      const before = setup.get().customFields;
      setup.change({ customFields: [...before, CustomField.parse(given)] });
      return () => setup.change({ customFields: before });
    },
    removeField(given: z.input<typeof FieldName>): () => void {
      const { object, field } = FieldName.parse(given);
      const before = setup.get().removedFields;
      setup.change({ removedFields: [...before, `${object}.${field}`] });
      return () => setup.change({ removedFields: before });
    },
  };
}

function connections(org: Org) {
  const { setup } = org;
  return {
    switch(given: Switches): void {
      setup.change(given);
    },
    /** The public key (PEM) of a certificate with which a server may sign in for a user. */
    trustKey(pem: string): void {
      setup.change({ trustedKeys: [...setup.get().trustedKeys, pem] });
    },
    /** `expire`: the sessions end, a refresh helps. `revoke`: the app is thrown out. */
    token(given: z.input<typeof TokenChange>): void {
      const { as, how } = TokenChange.parse(given);
      const id = idIn(needUser(org, as));
      if (how === 'expire') org.grants.endSessions(id);
      else org.grants.revokeUser(id);
      org.tell(`The tokens of ${as} ${how === 'expire' ? 'expired' : 'were revoked'}.`);
    },
  };
}

export function removeRule(org: Org, id: number): void {
  const { validationRules, workflows, duplicateRules } = org.setup.get();
  const others = <Rule extends { id: number }>(rules: Rule[]) => rules.filter((rule) => rule.id !== id);
  org.setup.change({
    validationRules: others(validationRules),
    workflows: others(workflows),
    duplicateRules: others(duplicateRules),
  });
}
