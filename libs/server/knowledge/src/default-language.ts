import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** The language that the desk falls back to: of what is written without naming one. */
@Injectable()
export class DefaultLanguage {
  constructor(private readonly database: Database) {}

  async read(): Promise<string> {
    const row = await this.database.row<{ language: string }>('SELECT default_language AS language FROM site');
    return row?.language ?? 'en';
  }
}
