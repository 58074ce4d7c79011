import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { MappingEntity } from './mapping.entity.ts';

@Injectable()
export class MappingRepository {
  constructor(private readonly database: Database) {}

  ofObject(object: SyncObject): Promise<MappingEntity[]> {
    return this.database.repository(MappingEntity).find({ where: { object }, order: { id: 'ASC' } });
  }

  find(id: number): Promise<MappingEntity | null> {
    return this.database.repository(MappingEntity).findOneBy({ id });
  }

  /** One that has one of the two fields already, itself left out. */
  async findOther(
    mapping: Pick<MappingEntity, 'object' | 'deskField' | 'salesforceField'>,
  ): Promise<MappingEntity | null> {
    const { object, deskField, salesforceField } = mapping;
    return this.database.repository(MappingEntity).findOne({
      where: [
        { object, deskField },
        { object, salesforceField },
      ],
      order: { id: 'ASC' },
    });
  }

  save(mapping: Partial<MappingEntity>): Promise<MappingEntity> {
    return this.database.repository(MappingEntity).save({ ...mapping });
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM salesforce_mappings WHERE id = $1', [id]);
  }

  /** What the sync was told of fields; one of which more is known already keeps that. */
  async setProblem(object: SyncObject, salesforceFields: readonly string[], problem: string): Promise<void> {
    await this.database.run(
      "UPDATE salesforce_mappings SET problem = $3 WHERE object = $1 AND salesforce_field = ANY($2) AND problem = ''",
      [object, salesforceFields, problem],
    );
  }

  async displayed(object: SyncObject): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>(
      'SELECT salesforce_field AS name FROM salesforce_displayed_fields WHERE object = $1 ORDER BY position',
      [object],
    );
    return rows.map(({ name }) => name);
  }

  /** Of all objects, in the order of each. */
  allDisplayed(): Promise<{ object: SyncObject; salesforceField: string }[]> {
    return this.database.rows<{ object: SyncObject; salesforceField: string }>(
      'SELECT object, salesforce_field AS "salesforceField" FROM salesforce_displayed_fields ORDER BY object, position',
    );
  }

  async setDisplayed(object: SyncObject, fields: readonly string[]): Promise<void> {
    await this.database.run('DELETE FROM salesforce_displayed_fields WHERE object = $1', [object]);
    await this.database.run(
      `INSERT INTO salesforce_displayed_fields (object, salesforce_field, position)
       SELECT $1, name, place FROM unnest($2::text[]) WITH ORDINALITY AS given (name, place)`,
      [object, fields],
    );
  }
}
