import type { Asking, DeskHours, OpenHours, Test } from '@bureau/domain';
import type { SqlWriter } from './sql-writer.ts';
import { betweenSql } from './test-sql.ts';

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
 * so that «at least two hours of it since then» is «then was before a certain moment», one for each calendar. Where
 * there are several, the widest bounds of all stand in front: those an index on the column can find.
 */
export function openSinceSql(column: string, test: Test, { asking, writer }: Writing): string {
  if (test.kind !== 'range') return `${column} IS NOT NULL`;
  const desk = hoursIn(asking);
  const boundsOf = (hours: OpenHours): Bounds => ({
    below: test.from === null ? null : hours.firstBeyond(asking.now, -test.from),
    from: test.below === null ? null : hours.firstBeyond(asking.now, -test.below),
  });
  const written = ({ from, below }: Bounds) => {
    const moment = (at: number) => writer.param(new Date(at), 'timestamptz');
    return betweenSql(column, { from, below }, moment);
  };
  const byCalendar = byBrand(desk, writer, (hours) => written(boundsOf(hours)));
  if (desk.exceptions.length === 0) return byCalendar;
  return `${written(widest([desk.standard, ...desk.exceptions.map(({ hours }) => hours)].map(boundsOf)))} AND ${byCalendar}`;
}

/** From, inclusive, to below, exclusive; milliseconds since 1970. */
interface Bounds {
  from: number | null;
  below: number | null;
}

/** All have the same bounds, or none; only their moments differ. */
function widest(all: readonly Bounds[]): Bounds {
  const froms = all.flatMap(({ from }) => from ?? []);
  const belows = all.flatMap(({ below }) => below ?? []);
  return {
    from: froms.length === 0 ? null : Math.min(...froms),
    below: belows.length === 0 ? null : Math.max(...belows),
  };
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
