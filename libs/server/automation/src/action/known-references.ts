import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';
import type { ActionProblem } from './action-handler.ts';

/** What actions can name by an id, and what is said when there is none. */
const MISSING = {
  user: 'Nobody with this id works here.',
  group: 'There is no such group.',
  brand: 'There is no such brand.',
  article: 'There is no such article.',
  webhook: 'There is no such webhook, or it is switched off.',
} as const;

export type Referable = keyof typeof MISSING;

const EXISTS: Readonly<Record<Referable, string>> = {
  user: 'SELECT FROM users WHERE id = $1 AND disabled_at IS NULL',
  // Nothing is given to a group that goes.
  group: 'SELECT FROM groups WHERE id = $1 AND successor_id IS NULL',
  brand: 'SELECT FROM brands WHERE id = $1',
  article: 'SELECT FROM articles WHERE id = $1 AND deleted_at IS NULL',
  webhook: 'SELECT FROM webhooks WHERE id = $1 AND enabled',
};

/** Whether what actions name is there. */
@Injectable()
export class KnownReferences {
  constructor(private readonly database: Database) {}

  /** The problem at a place of an action; none when there is such a row, or nobody is meant (null). */
  async check(at: string, to: Referable, id: number | null): Promise<ActionProblem[]> {
    if (id === null) return [];
    const row = await this.database.row(statement(`actions.knows-${to}`, EXISTS[to]), [id]);
    return row ? [] : [{ at, message: MISSING[to] }];
  }
}
