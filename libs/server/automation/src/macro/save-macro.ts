import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type CreateMacro, type Macro, type UpdateMacro } from '@bureau/contracts';
import { AuditLog, UserRepository } from '@bureau/identity';
import { checkVersion, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CheckActions } from '../action/index.ts';
import { mayEdit } from './macro.policy.ts';
import { MacroQueries } from './macro.queries.ts';
import { MacroRepository, type MacroSettings, type StoredMacro } from './macro.repository.ts';

/** Makes and changes macros: one's own, and with macros:manage those that others work with. */
@Injectable()
export class SaveMacro {
  constructor(
    private readonly macros: MacroRepository,
    private readonly queries: MacroQueries,
    private readonly checkActions: CheckActions,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Returns its id. Throws request.invalid, permission.denied. */
  @Transactional()
  async create(actor: Actor, { visibility = ownOf(actor), ...rest }: CreateMacro): Promise<number> {
    const settings = tidied({ ...rest, visibility });
    await this.checkVisibility(actor, settings);
    await this.checkActions.run(actor, settings.actions);

    const id = await this.macros.insert(settings, userIdOf(actor) ?? null);
    await this.audit.record(actor, { noun: 'macro', id, name: settings.name, action: 'created', after: settings });
    return id;
  }

  /** Throws macro.not-found, permission.denied, request.precondition-failed, request.invalid. */
  @Transactional()
  async update(
    actor: Actor,
    macroId: number,
    { changes, ifMatch }: { changes: UpdateMacro; ifMatch: string | null },
  ): Promise<void> {
    const macro = await this.editable(actor, macroId);
    checkVersion(macro.version, ifMatch);
    const before = settingsOf(macro);
    const after = tidied({ ...settingsWith(macro, changes) });
    if (changes.visibility) await this.checkVisibility(actor, after);
    if (changes.actions) await this.checkActions.run(actor, after.actions);

    await this.macros.update(macroId, after, userIdOf(actor) ?? null);
    const { name } = after;
    await this.audit.record(actor, { noun: 'macro', id: macroId, name, action: 'changed', before, after });
  }

  /** Throws macro.not-found, permission.denied. */
  @Transactional()
  async delete(actor: Actor, macroId: number): Promise<void> {
    const macro = await this.editable(actor, macroId);
    await this.macros.delete(macroId);
    const before = settingsOf(macro);
    await this.audit.record(actor, { noun: 'macro', id: macroId, name: macro.name, action: 'deleted', before });
  }

  /** The named ones come first, in this order. Throws macro.not-found, permission.denied. */
  @Transactional()
  async reorder(actor: Actor, macroIds: readonly number[]): Promise<void> {
    await this.macros.lock(macroIds);
    for (const macroId of macroIds) await this.editable(actor, macroId);
    await this.macros.reorder(macroIds);
  }

  private async editable(actor: Actor, macroId: number): Promise<StoredMacro> {
    await this.macros.lock([macroId]);
    const macro = await this.queries.stored(actor, macroId);
    if (!mayEdit(actor, macro)) throw new ProblemError('permission.denied');
    return macro;
  }

  private async checkVisibility(actor: Actor, { visibility }: MacroSettings): Promise<void> {
    if (visibility.for === 'user') {
      if (visibility.userId === userIdOf(actor)) return;
      throw new InvalidInput([
        { path: 'visibility.userId', message: 'Only oneself can be named; share it with groups.' },
      ]);
    }
    if (!permits(actor, 'macros:manage')) throw new ProblemError('permission.denied');
    if (visibility.for === 'everyone') return;
    const known = await Promise.all(visibility.groupIds.map((id) => this.users.groupExists(id)));
    const wrong = known.flatMap((exists, index) => (exists ? [] : [index]));
    if (wrong.length === 0) return;
    const message = 'There is no such group; choose another one.';
    throw new InvalidInput(wrong.map((index) => ({ path: `visibility.groupIds.${index}`, message })));
  }
}

function ownOf(actor: Actor): MacroSettings['visibility'] {
  const userId = userIdOf(actor);
  if (userId === undefined) throw new ProblemError('permission.denied');
  return { for: 'user', userId };
}

function settingsOf(macro: Omit<Macro, 'sentences' | 'editable'>): MacroSettings {
  const { name, description, folders, actions, visibility, enabled } = macro;
  return { name, description, folders, actions, visibility, enabled };
}

/** What was sent takes the place of what was. */
function settingsWith(macro: StoredMacro, changes: UpdateMacro): MacroSettings {
  const before = settingsOf(macro);
  return {
    name: changes.name ?? before.name,
    description: changes.description ?? before.description,
    folders: changes.folders ?? before.folders,
    actions: changes.actions ?? before.actions,
    visibility: changes.visibility ?? before.visibility,
    enabled: changes.enabled ?? before.enabled,
  };
}

/** Each folder once. */
function tidied(settings: MacroSettings): MacroSettings {
  return { ...settings, folders: [...new Set(settings.folders)] };
}
