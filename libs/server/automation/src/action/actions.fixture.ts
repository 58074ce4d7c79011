import type { ActionEffect, Actions, Actor } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import type { Person, TestDesk } from '../../../../../test/fixtures/desk.ts';
import { ApplyActions } from './apply-actions.ts';

/** A business rule, for tests. */
export const RULE: Actor = { kind: 'rule', ruleId: 1, name: 'Urgent first', ruleIds: [1] };

/** A person at this desk, as verbs know him. */
export async function actorOf(desk: TestDesk, person: Person): Promise<Actor> {
  const actor = await desk.running.get(UserRepository).actor(person.id);
  if (!actor) throw new Error(`${person.name} does not work here.`);
  return actor;
}

/** Does actions for a rule, or for a person as a macro would. */
export function apply(
  desk: TestDesk,
  actor: Actor,
  { caseId, actions }: { caseId: number; actions: Actions },
): Promise<ActionEffect[]> {
  const by = actor.kind === 'rule' ? 'rule' : 'macro';
  return desk.running.get(ApplyActions).run(actor, caseId, actions, { by });
}

export async function aGroup(desk: TestDesk, name: string, members: readonly Person[] = []): Promise<number> {
  const row = await desk.sql.row<{ id: number }>('INSERT INTO groups (name) VALUES ($1) RETURNING id', [name]);
  if (!row) throw new Error('No group was made.');
  for (const { id } of members) {
    await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [row.id, id]);
  }
  return row.id;
}
