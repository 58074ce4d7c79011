import { Injectable } from '@nestjs/common';
import { SyncObject, type ChangeObjectSettings, type ObjectSettings } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { ObjectSettingsEntity } from './object-settings.entity.ts';

@Injectable()
export class ObjectSettingsRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which records go across. */
  async all(): Promise<ObjectSettings[]> {
    const found = await this.database.repository(ObjectSettingsEntity).find();
    return SyncObject.options.flatMap((object) => found.filter((one) => one.object === object).map(plain));
  }

  async of(object: SyncObject): Promise<ObjectSettings> {
    return plain(await this.database.repository(ObjectSettingsEntity).findOneByOrFail({ object }));
  }

  /** As they are, kept from changing until the end of the transaction. */
  async lock(object: SyncObject): Promise<ObjectSettings> {
    await this.database.run('SELECT 1 FROM salesforce_object_settings WHERE object = $1 FOR UPDATE', [object]);
    return this.of(object);
  }

  async save(object: SyncObject, changes: ChangeObjectSettings): Promise<void> {
    await this.database.repository(ObjectSettingsEntity).save({ object, ...changes });
  }
}

function plain({ updatedAt: _, ...settings }: ObjectSettingsEntity): ObjectSettings {
  return { ...settings };
}
