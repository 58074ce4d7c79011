import { Injectable } from '@nestjs/common';
import { Actions, CreateMacro, permits, UpdateMacro } from '@bureau/contracts';
import { MacroQueries, SaveMacro } from '@bureau/automation';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { z } from 'zod';
import { Anything, Flag, says, textOf } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { ACTION_ROWS, actionsWith } from './action-rows.ts';

export const MacroBody = z.object({ name: Anything, description: Anything, enabled: Anything, folders: Anything });
export type MacroBody = z.output<typeof MacroBody>;

export const MacroActionBody = z.object({
  value: z.union([z.string().max(20_000), z.number(), z.array(z.string()).max(50)]).nullish(),
  enabled: Flag,
});
export type MacroActionBody = z.output<typeof MacroActionBody>;

/** Everything but what it does: that is said row by row. */
const NewMacro = CreateMacro.omit({ actions: true, visibility: true });
const WithActions = z.object({ actions: Actions });

/** What the verbs call the fields → what clients call them. */
export const MACRO_ACTION_NAMES: Record<string, string> = { actions: 'value' };

@Injectable()
export class MacroWrites {
  constructor(
    private readonly macros: MacroQueries,
    private readonly saveMacro: SaveMacro,
  ) {}

  /** Everybody's where its maker may make such, else his own; it does nothing yet. Throws what {@link SaveMacro.create} throws. */
  async create({ actor, body }: Wish<MacroBody>): Promise<number> {
    const wanted = understood(NewMacro, wantedOf(body));
    const shared = permits(actor, 'macros:manage') ? { visibility: { for: 'everyone' as const } } : {};
    return this.saveMacro.create(actor, { ...wanted, ...shared, actions: [] });
  }

  /** Throws what {@link SaveMacro.update} throws. */
  async change({ actor, id, body }: Wish<MacroBody>): Promise<void> {
    const wanted = wantedOf(body);
    if (!says(wanted)) return;
    await this.saveMacro.update(actor, id, { changes: understood(UpdateMacro, wanted), ifMatch: null });
  }

  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.saveMacro.delete(actor, id);
  }

  /** A row without a value is switched off, and one that is switched off keeps none. Throws what {@link SaveMacro.update} throws. */
  @Transactional()
  async set({ actor, id, body }: Wish<MacroActionBody>): Promise<void> {
    if (!says(body)) return;
    const [macroId, row] = [Math.floor(id / 100), ACTION_ROWS.find(({ number }) => number === id % 100)];
    if (!row) throw new ProblemError('macro.not-found');
    const { actions: before } = await this.macros.stored(actor, macroId);
    const value = valueOf(body, row.member);
    if (value === undefined) {
      if (before.some(({ type }) => type === row.action)) return;
      throw new InvalidInput([{ path: 'value', message: 'Write what the action is to do.' }]);
    }
    const sent = actionsWith(before, row, value);
    if (!sent) throw new InvalidInput([{ path: 'value', message: 'Write the reply first: the subject is its own.' }]);
    const changes = understood(WithActions, { actions: sent });
    await this.saveMacro.update(actor, macroId, { changes, ifMatch: null });
  }
}

function wantedOf({ name, description, enabled, folders }: MacroBody) {
  return {
    name: name ?? undefined,
    description: textOf(description),
    enabled: enabled ?? undefined,
    folders: folders ?? undefined,
  };
}

/** Null takes the row's action away; undefined says nothing of what it does. */
function valueOf({ value, enabled }: MacroActionBody, member: string): unknown {
  if (enabled === false || value === '' || value === null) return null;
  if (value === undefined) return undefined;
  if (member === 'labels')
    return Array.isArray(value)
      ? value
      : String(value)
          .split(',')
          .map((name) => name.trim());
  const isNumber = member === 'priority' || member.endsWith('Id');
  return isNumber && typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
