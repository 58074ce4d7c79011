import { Injectable } from '@nestjs/common';
import type { Absence, ChangeRoutingAgent, ChangeRoutingPreferences } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** What an administrator has set for one agent. */
export type AgentSettings = Required<ChangeRoutingAgent>;

/** What is set for agents, by themselves and by administrators. */
@Injectable()
export class AgentSettingsRepository {
  constructor(private readonly database: Database) {}

  /** Kept from changing until the end of the transaction. */
  async lock(userId: number): Promise<AgentSettings> {
    const row = await this.database.row<AgentSettings>(
      `INSERT INTO routing_agents (user_id) VALUES ($1) ON CONFLICT (user_id) DO UPDATE SET capacity = routing_agents.capacity
       RETURNING capacity, languages`,
      [userId],
    );
    return row ?? { capacity: {}, languages: [] };
  }

  async update(userId: number, { capacity, languages }: AgentSettings): Promise<void> {
    await this.database.run('UPDATE routing_agents SET capacity = $2, languages = $3 WHERE user_id = $1', [
      ...[userId, JSON.stringify(capacity), languages],
    ]);
  }

  /** His own wishes; what is not named stays. */
  async prefer(userId: number, { autoAccept, sound }: ChangeRoutingPreferences): Promise<void> {
    await this.database.run(
      `INSERT INTO routing_agents AS a (user_id, auto_accept, sound) VALUES ($1, coalesce($2, false), coalesce($3, true))
       ON CONFLICT (user_id) DO UPDATE SET auto_accept = coalesce($2, a.auto_accept), sound = coalesce($3, a.sound)`,
      [userId, autoAccept ?? null, sound ?? null],
    );
  }

  async setAbsence(userId: number, absence: Absence | null): Promise<void> {
    await this.database.run(
      `INSERT INTO routing_agents (user_id, out_from, out_until, stand_in_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id) DO UPDATE SET out_from = excluded.out_from, out_until = excluded.out_until,
         stand_in_id = excluded.stand_in_id, out_begun = false`,
      [userId, absence?.from ?? null, absence?.until ?? null, absence?.standInId ?? null],
    );
  }
}
