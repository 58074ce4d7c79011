import type { Asking, DeskHours, OpenHours, Test } from '@bureau/domain';
import type { SqlWriter } from './sql-writer.ts';
import { betweenSql } from './test-sql.ts';

interface Writing {
  asking: Asking;
  writer: SqlWriter;
}

/**
 * Whether the brand of the case is open at the moment of asking; never null. It names the open brands, so that an index
 * finds their cases, and none are looked for while every brand is closed.
 */
export function openNowSql(asking: Asking, writer: SqlWriter): string {
  const desk = hoursIn(asking);
  if (desk.exceptions.length === 0) return String(desk.standard.isOpenAt(asking.now));
  const kept = keptIn(desk);
  const open = kept.filter(({ hours }) => hours.isOpenAt(asking.now));
  if (open.length === 0 || open.length === kept.length) return String(open.length > 0);
  const openIds = open.flatMap(({ brandIds }) => brandIds);
  return ofBrands(openIds, writer);
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
  if (desk.exceptions.length === 0) return written(boundsOf(desk.standard));
  const kept = keptIn(desk).map(({ brandIds, hours }) => ({ brandIds, bounds: boundsOf(hours) }));
  const byCalendar = kept.map(({ brandIds, bounds }) => `(${ofBrands(brandIds, writer)} AND ${written(bounds)})`);
  return `${written(widest(kept.map(({ bounds }) => bounds)))} AND (${byCalendar.join(' OR ')})`;
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

/** Which brands keep which hours: calendars of no brand are left out. */
function keptIn({ standard, standardBrandIds, exceptions }: DeskHours): DeskHours['exceptions'] {
  return [{ brandIds: standardBrandIds, hours: standard }, ...exceptions].filter(({ brandIds }) => brandIds.length > 0);
}

function ofBrands(ids: readonly number[], writer: SqlWriter): string {
  return `c.brand_id = ANY(${writer.param(ids, 'bigint[]')})`;
}
