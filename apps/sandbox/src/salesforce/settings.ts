import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';
import { Value } from './value.ts';

export const Access = z.enum(['none', 'read', 'edit']);
export type Access = z.infer<typeof Access>;

export const ObjectRights = z.object({
  read: z.boolean().default(true),
  create: z.boolean().default(true),
  edit: z.boolean().default(true),
  delete: z.boolean().default(true),
});
export type ObjectRights = z.infer<typeof ObjectRights>;

export const ValidationRule = z.object({
  object: z.string(),
  /** A condition as behind WHERE in SOQL; a record that it holds for is refused. */
  when: z.string().min(1),
  message: z.string().min(1),
  /** The field that the message is shown at; the whole page when absent. */
  field: z.string().optional(),
});

export const Workflow = z.object({
  object: z.string(),
  on: z.enum(['create', 'update', 'both']).default('both'),
  /** A condition as behind WHERE in SOQL; every record when absent. */
  when: z.string().optional(),
  /** Only when one of these fields is another than before. */
  changed: z.array(z.string()).optional(),
  /** New values; `{Subject}` in a text is the value of that field, `{Subject|upper}` in capitals. */
  set: z.record(z.string(), Value),
});

export const DuplicateRule = z.object({
  object: z.string(),
  /** Records with the same values in all of these are duplicates. */
  fields: z.array(z.string()).min(1),
  /** `alert` lets a caller pass who insists (`allowSave`). */
  action: z.enum(['block', 'alert']).default('block'),
});

export const CustomField = z.object({
  object: z.string(),
  name: z.string().regex(/^[A-Za-z]\w*__c$/),
  type: z.enum(['string', 'picklist', 'boolean', 'date', 'double', 'textarea', 'email', 'phone', 'url', 'datetime']),
  length: z.number().int().min(1).default(255),
  values: z.array(z.string()).default([]),
  restricted: z.boolean().default(false),
});

export const Picklist = z.object({ values: z.array(z.string()).min(1), restricted: z.boolean().default(false) });

const numbered = <Shape extends z.ZodRawShape>(rule: z.ZodObject<Shape>) => rule.extend({ id: z.number().int() });

export const Settings = z.object({
  personAccounts: z.boolean().default(false),
  externalIds: z.boolean().default(true),
  apiEnabled: z.boolean().default(true),
  /** Calls in 24 hours. */
  dailyCalls: z.number().int().min(0).default(115_000),
  /** No more than this many calls at a time; further ones are refused. */
  concurrentCalls: z.number().int().min(0).default(25),
  sessionMinutes: z.number().int().min(1).default(120),
  rotateRefreshTokens: z.boolean().default(true),
  /** Kinds of records whose changes are told as they happen (Change Data Capture). */
  changeEvents: z.array(z.string()).default([]),
  /** How many rows one page of a query has. */
  pageSize: z.number().int().min(1).max(2000).default(2000),
  validationRules: z.array(numbered(ValidationRule)).default([]),
  workflows: z.array(numbered(Workflow)).default([]),
  duplicateRules: z.array(numbered(DuplicateRule)).default([]),
  customFields: z.array(CustomField).default([]),
  /** `Case.Root_Cause__c`: fields that were deleted. */
  removedFields: z.array(z.string()).default([]),
  picklists: z.record(z.string(), Picklist).default({}),
  /** By username and object. */
  objectRights: z.record(z.string(), z.record(z.string(), ObjectRights)).default({}),
  /** By username and `Case.Subject`; `edit` when it is not named. */
  fieldAccess: z.record(z.string(), z.record(z.string(), Access)).default({}),
  /** Certificates' public keys with which servers may sign in without a person. */
  trustedKeys: z.array(z.string()).default([]),
});
export type Settings = z.infer<typeof Settings>;

/** How the organisation is set up; kept over a restart. */
export class Setup {
  readonly #journal: Journal<Settings>;
  readonly #listeners = new Set<() => void>();
  readonly #initial: Settings;
  #settings: Settings;
  #rules: number;

  constructor(dataDir: string, initial: Settings) {
    this.#journal = new Journal(join(dataDir, 'setup.jsonl'), Settings);
    this.#initial = initial;
    this.#settings = this.#journal.facts().at(-1) ?? initial;
    const { validationRules, workflows, duplicateRules } = this.#settings;
    this.#rules = Math.max(0, ...[...validationRules, ...workflows, ...duplicateRules].map(({ id }) => id));
  }

  get(): Settings {
    return this.#settings;
  }

  change(changes: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...changes };
    this.#journal.note(this.#settings);
    for (const listener of this.#listeners) listener();
  }

  nextRule(): number {
    return ++this.#rules;
  }

  whenChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  reset(): void {
    this.#journal.clear();
    this.change(this.#initial);
  }
}

/** Sales and support see less than the administrator. */
export function firstSettings(): Settings {
  const readOnly = { create: false, edit: false, delete: false, read: true };
  return Settings.parse({
    objectRights: {
      'erin@larkspur.example': { Case: { read: true, create: true, edit: true, delete: false } },
      'otto@larkspur.example': { Opportunity: { ...readOnly, read: false }, Account: { ...readOnly, edit: true } },
    },
    fieldAccess: { 'otto@larkspur.example': { 'Account.AnnualRevenue': 'none', 'Account.Renewal__c': 'read' } },
  });
}
