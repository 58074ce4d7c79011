import { DataSource } from 'typeorm';

interface ColumnRow {
  table_name: string;
  column_name: string;
  data_type: string;
  is_nullable: 'YES' | 'NO';
}

/** The types that entities name, in the words of information_schema. */
const TYPE_NAMES: Record<string, string> = {
  bigint: 'bigint',
  int: 'integer',
  integer: 'integer',
  smallint: 'smallint',
  text: 'text',
  boolean: 'boolean',
  jsonb: 'jsonb',
  timestamptz: 'timestamp with time zone',
  'timestamp with time zone': 'timestamp with time zone',
  bytea: 'bytea',
};

/**
 * Where entities and the migrated schema say different things: one sentence each, none when they agree.
 * Tables without an entity are allowed (they are reached by SQL only); columns without a property are not.
 */
export async function findDrift(dataSource: DataSource): Promise<string[]> {
  const columns = await dataSource.query<ColumnRow[]>(
    `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
     WHERE table_schema = current_schema()`,
  );
  return dataSource.entityMetadatas.flatMap((entity) => {
    const actual = columns.filter((column) => column.table_name === entity.tableName);
    if (actual.length === 0) return [`${entity.name} names the table ${entity.tableName}, which does not exist.`];
    const missing = actual
      .filter((column) => !entity.columns.some((known) => known.databaseName === column.column_name))
      .map((column) => `${entity.tableName}.${column.column_name} has no property in ${entity.name}.`);
    const wrong = entity.columns.flatMap((known) => {
      const found = actual.find((column) => column.column_name === known.databaseName);
      if (!found) return [`${entity.name}.${known.propertyName} has no column ${known.databaseName}.`];
      const type = known.isArray ? 'ARRAY' : TYPE_NAMES[String(known.type)];
      return [
        ...(type === found.data_type
          ? []
          : [`${entity.tableName}.${found.column_name} is ${found.data_type}, not ${type}.`]),
        ...((found.is_nullable === 'YES') === known.isNullable
          ? []
          : [
              `${entity.tableName}.${found.column_name}: NULL is ${found.is_nullable === 'YES' ? '' : 'not '}allowed in the schema.`,
            ]),
      ];
    });
    return [...missing, ...wrong];
  });
}
