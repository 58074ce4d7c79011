import { referencesIn, type Reference } from '@bureau/cases';
import {
  permits,
  type Actor,
  type ConditionTrace,
  type ConsideredRule,
  type GroupTrace,
  type NamedThing,
  type RuleRun,
} from '@bureau/contracts';
import {
  HEADERS,
  headerNameOf,
  headerValues,
  languageOf,
  lookThrough,
  referencesOf,
  traceConditions,
  type ConditionNames,
  type Field,
  type Looked,
  type Vocabulary,
} from '@bureau/domain';
import { askingAt } from './compiled-rule.ts';
import type { StoredVersion } from './rule.repository.ts';
import type { StoredRun } from './rule-runs.queries.ts';
import { isKept } from './run-record.ts';
import { countNotMet } from './told-rules.ts';

/** What a reader may be told. */
export interface TellingTo {
  actor: Actor;
  versions: ReadonlyMap<string, StoredVersion>;
  vocabulary: Vocabulary;
  names: ConditionNames;
  /** What the ids in actions are called, by kind and id. */
  namedIn: ReadonlyMap<string, NamedThing>;
  /** What the rules that there are are called now. */
  called: ReadonlyMap<number, string>;
  /** The words of the message, by field; empty when they are gone. */
  message: Readonly<Record<string, readonly string[]>>;
}

export function versionKey(ruleId: number, version: number | undefined): string {
  return `${ruleId} ${version ?? 0}`;
}

/** A run as the contract has it: the rules at these places with what they asked, saw and did. */
export function tellRun(run: StoredRun, places: readonly number[], to: TellingTo): RuleRun {
  const { id, type, at, actor, sequence, skipped, ruleIds } = run;
  const rules = places.flatMap((place) => {
    const ruleId = ruleIds[place];
    return ruleId === undefined ? [] : [tellRule(run, { ruleId, place }, to)];
  });
  const counts = { considered: ruleIds.length, notMet: countNotMet(run) };
  return { ...{ id, type, at, actor, sequence, skipped }, ...counts, rules };
}

interface Placed {
  ruleId: number;
  place: number;
}

function tellRule(run: StoredRun, { ruleId, place }: Placed, to: TellingTo): ConsideredRule {
  const version = run.versions[place] ?? 0;
  const kept = to.versions.get(versionKey(ruleId, version));
  const outcome = run.record.outcomes?.[place];
  const { stoppedAt = Infinity } = run.record;
  const happened = outcome?.outcome ?? (place >= stoppedAt ? 'stopped' : 'not-met');
  const wasAsked = happened !== 'stopped' && (happened !== 'loop' || outcome?.error !== null);
  const told = kept && wasAsked ? decided(trace(run, { kept, place }, to), happened) : null;
  return {
    ruleId,
    version,
    gone: !to.called.has(ruleId),
    name: to.called.get(ruleId) ?? kept?.name ?? `${ruleId}`,
    outcome: happened,
    trace: told,
    actions: kept?.actions ?? [],
    effects: outcome?.effects ?? [],
    error: outcome?.error ?? null,
    trouble: outcome?.trouble ?? null,
    names: kept ? namesFor(kept, told, to) : [],
    restsUntil: outcome?.restsUntil ?? null,
  };
}

/** What came of it outweighs what cannot be said any more. */
function decided(told: GroupTrace, outcome: ConsideredRule['outcome']): GroupTrace {
  return told.holds === null ? { ...told, holds: outcome !== 'not-met' } : told;
}

function trace(run: StoredRun, { kept, place }: { kept: StoredVersion; place: number }, to: TellingTo): GroupTrace {
  const values: SeenValues = { ...to.message, ...seenAt(run, place) };
  const looked: Looked = lookThrough(({ key }) => valuesIn(values, key), run.record.changes ?? []);
  return traceConditions(kept.conditions, {
    language: languageOf(run.type, to.vocabulary),
    asking: askingAt(run.record.now ?? Date.parse(run.at)),
    looked,
    names: to.names,
    withheld: (field) => withheldFrom(to.actor, field, { isKnown: isKnownIn(values, field.key), run }),
  });
}

type SeenValues = Readonly<Record<string, readonly (string | number | boolean)[]>>;

function valuesIn(values: SeenValues, key: string): SeenValues[string] {
  const name = headerNameOf(key);
  return name === null ? (values[key] ?? []) : headerValues((values[HEADERS] ?? []).map(String), name);
}

function isKnownIn(values: SeenValues, key: string): boolean {
  return (headerNameOf(key) === null ? key : HEADERS) in values;
}

/** The values that the rule at this place saw. */
function seenAt({ record }: StoredRun, place: number) {
  return record.seen?.findLast(({ from }) => from <= place)?.values ?? {};
}

function withheldFrom(
  actor: Actor,
  { key }: Field,
  { isKnown, run }: { isKnown: boolean; run: StoredRun },
): ConditionTrace['withheld'] {
  if (/^(?:customer|company)\./.test(key) && !permits(actor, 'customers:view')) return 'permission';
  // Lines of a header may say what the writer's network or a secret is (S11): they are for those who may ask for them.
  if ((key === HEADERS || headerNameOf(key) !== null) && !permits(actor, 'rules:manage')) return 'permission';
  const needsMessage = !isKept(key) && (run.messageId !== null || run.erased || key === 'case.excerpt');
  return needsMessage && !isKnown ? 'erased' : null;
}

/** What is named in what it asks, saw and does. */
function namesFor({ conditions, actions }: StoredVersion, told: GroupTrace | null, to: TellingTo): NamedThing[] {
  const seen = told ? tracesIn(told) : [];
  const asked = [
    ...referencesIn(conditions, to.vocabulary),
    ...seen.flatMap(({ condition, values }) =>
      named(
        to.vocabulary.get(condition.field),
        values.flatMap((one) => ('value' in one ? [one.value] : [...one.from, ...one.to])),
      ),
    ),
  ];
  const things = [
    ...asked.flatMap((reference) => calledAs(reference, to.names)),
    ...referencesOf(actions).flatMap(({ to: kind, id }) => to.namedIn.get(`${kind} ${id}`) ?? []),
  ];
  return [...new Map(things.map((thing) => [`${thing.to} ${thing.id}`, thing])).values()];
}

function calledAs({ to, id }: Reference, { nameOf }: ConditionNames): NamedThing[] {
  const name = nameOf(to, id);
  return name === null ? [] : [{ to, id, name }];
}

function tracesIn({ parts }: GroupTrace): ConditionTrace[] {
  return parts.flatMap((part) => ('parts' in part ? tracesIn(part) : [part]));
}

/** What the values of runs name, to be called by its name. */
export function referencesSeen(runs: readonly StoredRun[], vocabulary: Vocabulary): Reference[] {
  const seen = runs.flatMap(({ record }) => record.seen ?? []).flatMap(({ values }) => Object.entries(values));
  const changes = runs.flatMap(({ record }) => record.changes ?? []);
  const changing = new Map([...vocabulary.values()].map((field) => [field.changesAs, field]));
  return [
    ...seen.flatMap(([key, values]) => named(vocabulary.get(key), values)),
    ...changes.flatMap(({ field, from, to }) => named(changing.get(field), [from, to])),
  ];
}

function named(field: Field | undefined, values: readonly unknown[]): Reference[] {
  const kind = field?.kind;
  if (kind?.type !== 'reference') return [];
  return values.flat().flatMap((id) => (typeof id === 'number' ? [{ to: kind.to, id }] : []));
}
