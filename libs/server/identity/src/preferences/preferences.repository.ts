import { Injectable } from '@nestjs/common';
import { preferencesFrom, type Preferences } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

const OF = statement('preferences.of', 'SELECT preferences FROM user_preferences WHERE user_id = $1');

/** What people have chosen for themselves. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  async of(userId: number): Promise<Preferences> {
    return preferencesFrom((await this.database.row<{ preferences: unknown }>(OF, [userId]))?.preferences);
  }

  /** The same, kept from changing until the end of the transaction. */
  async lock(userId: number): Promise<Preferences> {
    await this.database.run('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    return this.of(userId);
  }

  async write(userId: number, preferences: Preferences): Promise<void> {
    await this.database.run(
      `INSERT INTO user_preferences (user_id, preferences) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET preferences = excluded.preferences`,
      [userId, JSON.stringify(preferences)],
    );
  }

  /** False when it was so before. */
  async setAvailable(userId: number, available: boolean): Promise<boolean> {
    const sql = 'UPDATE users SET available = $2 WHERE id = $1 AND available <> $2';
    return (await this.database.run(sql, [userId, available])) > 0;
  }

  async recordAvailability(userId: number, { available, at }: { available: boolean; at: Date }): Promise<void> {
    const sql = 'INSERT INTO availability_changes (user_id, available, at) VALUES ($1, $2, $3)';
    await this.database.run(sql, [userId, available, at]);
  }
}
