import { types } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';

const INT8 = 20;
const INT8_ARRAY: number = 1016;

/** Opens the pool. Entities are those that the imported features declare; the schema comes from migrations alone. */
export async function openDataSource(url: string, poolSize: number): Promise<DataSource> {
  // Ids and counts fit a JavaScript number; a string would leak the database's width into every contract.
  types.setTypeParser(INT8, Number);
  types.setTypeParser(INT8_ARRAY, readIds);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) => (typeof target === 'function' ? [target] : [])),
    synchronize: false,
    poolSize,
    extra: { options: '-c timezone=UTC -c statement_timeout=60000', keepAlive: true, connectionTimeoutMillis: 10_000 },
  });
  return dataSource.initialize();
}

/** `{1,2,3}`: lists of ids have one dimension and no holes. */
function readIds(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
}
