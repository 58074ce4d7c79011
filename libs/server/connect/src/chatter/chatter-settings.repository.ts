import { Injectable } from '@nestjs/common';
import type { ChatterSettings } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

const READ = statement('salesforce-chatter.read', 'SELECT enabled, statuses, template FROM salesforce_chatter');

/** The only place that speaks SQL for when and what is posted. */
@Injectable()
export class ChatterSettingsRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<ChatterSettings> {
    const settings = await this.database.row<ChatterSettings & Record<string, unknown>>(READ);
    if (!settings) throw new Error('There are no settings of Chatter.');
    return settings;
  }

  /** As they are, kept from changing until the end of the transaction. */
  async lock(): Promise<ChatterSettings> {
    await this.database.run('SELECT FROM salesforce_chatter FOR UPDATE');
    return this.read();
  }

  async save({ enabled, statuses, template }: ChatterSettings): Promise<void> {
    await this.database.run('UPDATE salesforce_chatter SET enabled = $1, statuses = $2, template = $3', [
      enabled,
      statuses,
      template,
    ]);
  }
}
