import { Injectable } from '@nestjs/common';
import type { MobileSetting, RegisterMobileDevice } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** The telephones and tablets that people have named. */
@Injectable()
export class MobileDeviceRepository {
  constructor(private readonly database: Database) {}

  /** A device belongs to whoever named it last, and keeps what it is told as long as that is the same person. */
  async keep(userId: number, { token, type }: RegisterMobileDevice): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO mobile_devices AS d (user_id, token, type) VALUES ($1, $2, $3)
       ON CONFLICT (token) DO UPDATE SET user_id = excluded.user_id, type = excluded.type,
         settings = CASE WHEN d.user_id = excluded.user_id THEN d.settings ELSE excluded.settings END
       RETURNING id`,
      [userId, token, type],
    );
    if (!row) throw new Error('The device was not kept.');
    return row.id;
  }

  /** All but the latest `most` of a user are forgotten. */
  async thinOut(userId: number, most: number): Promise<void> {
    await this.database.run(
      `DELETE FROM mobile_devices WHERE user_id = $1 AND id IN
         (SELECT id FROM mobile_devices WHERE user_id = $1 ORDER BY updated_at DESC, id DESC OFFSET $2)`,
      [userId, most],
    );
  }

  async forget(userId: number, id: number): Promise<void> {
    await this.database.run('DELETE FROM mobile_devices WHERE id = $1 AND user_id = $2', [id, userId]);
  }

  async set(userId: number, id: number, { setting, isOn }: { setting: MobileSetting; isOn: boolean }): Promise<void> {
    await this.database.run(
      `UPDATE mobile_devices SET settings = CASE WHEN $4 THEN array_append(array_remove(settings, $3::smallint), $3::smallint)
         ELSE array_remove(settings, $3::smallint) END
       WHERE id = $1 AND user_id = $2 AND ($3::smallint = ANY (settings)) <> $4`,
      [id, userId, setting, isOn],
    );
  }
}
