import type { Asking, DeskHours, OpenHours, Test } from '@bureau/domain';
import type { SqlWriter } from './sql-writer.ts';

interface Writing {
  asking: Asking;
  writer: SqlWriter;
}

/** Whether the brand of the case is open at the moment of asking; never null. */
export function openNowSql(asking: Asking, writer: SqlWriter): string {
  return byBrand(hoursIn(asking), writer, (hours) => String(hours.isOpenAt(asking.now)));
}

/**
 * Whether the open time since a column's time passes a test. Nothing is added up in the database: open time only grows,
 * so that «at least two hours of it since then» is «then was before a certain moment», one for each calendar.
 */
export function openSinceSql(column: string, test: Test, { asking, writer }: Writing): string {
  if (test.kind !== 'range') return `${column} IS NOT NULL`;
  const { from, below } = test;
  return byBrand(hoursIn(asking), writer, (hours) => {
    const moment = (length: number) => writer.param(new Date(hours.firstBeyond(asking.now, -length)), 'timestamptz');
    const parts = [
      ...(from === null ? [] : [`${column} < ${moment(from)}`]),
      ...(below === null ? [] : [`${column} >= ${moment(below)}`]),
    ];
    return parts.join(' AND ');
  });
}

function hoursIn({ businessHours }: Asking): DeskHours {
  if (!businessHours) throw new Error('Conditions on business hours are asked without the hours of the desk.');
  return businessHours;
}

/** What is asked of the hours of each brand: of those that have their own, and of all others. */
function byBrand({ standard, exceptions }: DeskHours, writer: SqlWriter, ask: (hours: OpenHours) => string): string {
  if (exceptions.length === 0) return ask(standard);
  const own = exceptions.map(
    ({ brandIds, hours }) => `(c.brand_id = ANY(${writer.param(brandIds, 'bigint[]')}) AND ${ask(hours)})`,
  );
  const others = writer.param(
    exceptions.flatMap(({ brandIds }) => brandIds),
    'bigint[]',
  );
  return `(${[...own, `(c.brand_id <> ALL(${others}) AND ${ask(standard)})`].join(' OR ')})`;
}
