import { Injectable } from '@nestjs/common';
import { budgetState } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { SalesforceBudget } from './salesforce-budget.repository.ts';

/** While no calls are left for the sync, Salesforce is asked so often whether there are some again, in milliseconds. */
const LOOK_AGAIN_MS = 15 * 60_000;

/**
 * Whether the desk may ask Salesforce by itself at this moment. `off`: records are not kept in step, or Salesforce lets
 * nobody in; `no-calls`: what is left of the day is for people; `look-again`: that was so a quarter of an hour ago.
 */
export type SyncLeave = 'yes' | 'off' | 'no-calls' | 'look-again';

@Injectable()
export class MaySync {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly budget: SalesforceBudget,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<SyncLeave> {
    const connection = await this.connections.current();
    if (connection?.enabled !== true || !['ok', 'trouble'].includes(connection.state)) return 'off';
    const latest = await this.budget.latest();
    if (!latest || budgetState(latest).background) return 'yes';
    const age = this.clock.now().getTime() - new Date(latest.at).getTime();
    return age >= LOOK_AGAIN_MS || age < 0 ? 'look-again' : 'no-calls';
  }
}
