import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor, type CreateRule, type ReorderRules, type UpdateRule } from '@bureau/contracts';
import { Vocabularies } from '@bureau/cases';
import { checkConditions, isPersonal, languageOf } from '@bureau/domain';
import { AuditLog, BrandRepository } from '@bureau/identity';
import { checkVersion, Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CheckActions } from '../action/index.ts';
import { RuleRestRepository } from './rule-rest.repository.ts';
import { RuleRepository, type RuleSettings, type StoredRule } from './rule.repository.ts';

/** More than that nobody keeps in view. */
export const RULES_AT_MOST = 1000;

/** Writes business rules. What a rule asks or does is never overwritten: every change of it makes another version. */
@Injectable()
export class SaveRule {
  constructor(
    private readonly rules: RuleRepository,
    private readonly rests: RuleRestRepository,
    private readonly vocabularies: Vocabularies,
    private readonly actions: CheckActions,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. Throws request.invalid, rule.too-many. */
  @Transactional()
  async create(actor: Actor, settings: CreateRule): Promise<number> {
    if ((await this.rules.lockAll()) >= RULES_AT_MOST) throw new ProblemError('rule.too-many');
    await this.check(actor, settings);

    const id = await this.rules.insert({ settings, disabledReason: null, version: 1, userId: userIdOf(actor) ?? null });
    await this.keepVersion(actor, id, { settings, version: 1 });
    await this.audit.record(actor, { noun: 'rule', id, name: settings.name, action: 'created', after: settings });
    return id;
  }

  /** Throws rule.not-found, request.invalid, request.precondition-failed. */
  @Transactional()
  async update(actor: Actor, ruleId: number, changes: UpdateRule, ifMatch: string | null): Promise<void> {
    await this.rules.lockAll();
    const rule = await this.locked(ruleId);
    checkVersion(rule.revision, ifMatch);
    await this.change(actor, rule, changes);
  }

  /** Makes what an earlier version asked and did the latest one. Throws rule.not-found, rule.version-not-found, request.invalid. */
  @Transactional()
  async rollBack(actor: Actor, ruleId: number, version: number): Promise<void> {
    await this.rules.lockAll();
    const rule = await this.locked(ruleId);
    const [earlier] = await this.rules.versionsOf([ruleId], [version]);
    if (!earlier) throw new ProblemError('rule.version-not-found');
    const { conditions, actions, stopProcessing } = earlier;
    await this.change(actor, rule, { conditions, actions, stopProcessing });
  }

  /** Throws rule.not-found. */
  @Transactional()
  async delete(actor: Actor, ruleId: number): Promise<void> {
    await this.rules.lockAll();
    const rule = await this.locked(ruleId);
    await this.rules.delete(ruleId);
    const { name } = rule;
    await this.audit.record(actor, { noun: 'rule', id: ruleId, name, action: 'deleted', before: settingsOf(rule) });
  }

  /** Throws rule.not-found for one that is none of this type. */
  @Transactional()
  async reorder(actor: Actor, { type, ruleIds }: ReorderRules): Promise<void> {
    await this.rules.lockAll();
    const before = (await this.rules.list(type)).map(({ id }) => id);
    if (ruleIds.some((id) => !before.includes(id))) throw new ProblemError('rule.not-found');
    await this.rules.reorder(type, ruleIds);
    const after = [...ruleIds, ...before.filter((id) => !ruleIds.includes(id))];
    await this.audit.record(actor, {
      ...{ noun: 'rule', id: null, name: type, action: 'changed' },
      before: { order: before },
      after: { order: after },
    });
  }

  /**
   * Lets a rule follow what it names to its successor; the caller holds all rules and knows that there is one. Nothing
   * happens to a rule that names it not.
   */
  async follow(actor: Actor, rule: StoredRule, changes: Pick<RuleSettings, 'conditions' | 'actions'>): Promise<void> {
    const before = settingsOf(rule);
    const after = { ...before, ...changes };
    if (!isDeepStrictEqual(before, after)) await this.store(actor, rule, { before, after });
  }

  private async change(actor: Actor, rule: StoredRule, changes: UpdateRule): Promise<void> {
    const before = settingsOf(rule);
    const after: RuleSettings = { ...before, ...present(changes) };
    await this.check(actor, after);
    await this.store(actor, rule, { before, after });
  }

  private async store(
    actor: Actor,
    rule: StoredRule,
    { before, after }: { before: RuleSettings; after: RuleSettings },
  ): Promise<void> {
    const isAnother = !isDeepStrictEqual(decisionOf(before), decisionOf(after));
    const version = isAnother ? rule.version + 1 : rule.version;
    // Whoever switches it on, or corrects it, has read why it was switched off.
    const disabledReason = after.enabled || isAnother ? null : rule.disabledReason;
    await this.rules.update(rule.id, { settings: after, disabledReason, version, userId: userIdOf(actor) ?? null });
    if (isAnother) await this.keepVersion(actor, rule.id, { settings: after, version });
    if (isAnother || (after.enabled && !before.enabled)) await this.rests.renew(rule.id, this.clock.now());
    await this.audit.record(actor, {
      ...{ noun: 'rule', id: rule.id, name: after.name, action: 'changed' },
      before,
      after,
    });
  }

  private async locked(ruleId: number): Promise<StoredRule> {
    const rule = await this.rules.lock(ruleId);
    if (!rule) throw new ProblemError('rule.not-found');
    return rule;
  }

  /** Whether it can be kept. Throws request.invalid naming each place that is wrong. */
  async check(actor: Actor, rule: Pick<RuleSettings, 'type' | 'brandId' | 'conditions' | 'actions'>): Promise<void> {
    const language = languageOf(rule.type, await this.vocabularies.of(rule.conditions));
    const errors = checkConditions(rule.conditions, language);
    if (rule.brandId !== null && !(await this.brands.find(rule.brandId))) {
      errors.push({ path: 'brandId', message: 'There is no such brand.' });
    }
    if (isPersonal(rule.conditions)) {
      errors.push({
        path: 'conditions',
        message: 'A rule belongs to nobody: name users and groups, not «me» or «mine».',
      });
    }
    if (errors.length > 0) throw new InvalidInput(errors);
    await this.actions.run(actor, rule.actions);
  }

  private async keepVersion(
    actor: Actor,
    ruleId: number,
    { settings, version }: { settings: RuleSettings; version: number },
  ): Promise<void> {
    const userId = userIdOf(actor);
    const { name, brandId, conditions, actions, stopProcessing } = settings;
    await this.rules.addVersion({
      ...{ ruleId, version, name, brandId, conditions, actions, stopProcessing },
      at: this.clock.now(),
      createdBy: userId === undefined ? null : { id: userId, name: stampOf(actor).name },
    });
  }
}

/** What a rule asks and does, which makes a version. */
function decisionOf({ conditions, actions, stopProcessing }: RuleSettings) {
  return { conditions, actions, stopProcessing };
}

function settingsOf(rule: StoredRule): RuleSettings {
  const { type, name, description, brandId, conditions, actions, stopProcessing, enabled } = rule;
  return { type, name, description, brandId, conditions, actions, stopProcessing, enabled };
}

/** What was sent, without what was not. */
function present<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const sent: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(sent, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
}
