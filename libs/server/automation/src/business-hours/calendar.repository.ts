import { Injectable } from '@nestjs/common';
import type { CreateCalendar, SpecialDay, WeekHours } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** What somebody decides about a calendar. */
export type CalendarFields = CreateCalendar & { isDefault: boolean };

/** A calendar that is in use, and by which brands: the default one by all that have none of their own. */
export interface CalendarInUse {
  id: number;
  zone: string;
  week: WeekHours;
  specialDays: SpecialDay[];
  isDefault: boolean;
  brandIds: number[];
  /** Another one whenever what it says has changed. */
  version: string;
}

const ZONE = `coalesce(k.time_zone, (SELECT s.time_zone FROM site s), 'UTC')`;

/** The contract `BusinessCalendar` from `k`; `$1` the brands that the reader sees, null for all. */
const PRESENTED = `json_build_object('id', k.id, 'name', k.name, 'timeZone', k.time_zone, 'zone', ${ZONE},
  'week', k.week, 'specialDays', k.special_days, 'isDefault', k.is_default, 'isSetUp', k.set_up_at IS NOT NULL,
  'brandIds', ARRAY(SELECT u.brand_id FROM brand_calendars u
     WHERE u.calendar_id = k.id AND ($1::bigint[] IS NULL OR u.brand_id = ANY($1)) ORDER BY u.brand_id),
  'updatedAt', k.updated_at,
  'changed', (SELECT jsonb_build_object('at', a.at, 'by', a.actor ->> 'name') FROM audit_entries a
              WHERE a.noun = 'business-calendar' AND a.object_id = k.id ORDER BY a.at DESC, a.id DESC LIMIT 1))`;

@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  /** The contract `{ items: BusinessCalendar[] }`, the default one first. */
  async list(brandIds: number[] | null): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('items', coalesce(json_agg(${PRESENTED} ORDER BY k.is_default DESC, k.name, k.id), '[]'))::text
         AS json FROM business_calendars k`,
      [brandIds],
    );
    return new RawJson(row?.json ?? '{"items":[]}');
  }

  async read(id: number, brandIds: number[] | null): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}::text AS json, k.updated_at::text AS version FROM business_calendars k WHERE k.id = $2`,
      [brandIds, id],
    );
    return row && new RawJson(row.json, row.version);
  }

  /** Nobody else changes a calendar until the end of the transaction: which one is the default is said of all together. */
  async lockAll(): Promise<void> {
    await this.database.run('LOCK TABLE business_calendars IN SHARE ROW EXCLUSIVE MODE');
  }

  fieldsOf(id: number): Promise<(CalendarFields & { version: string }) | undefined> {
    return this.database.row(
      `SELECT name, time_zone AS "timeZone", week, special_days AS "specialDays", is_default AS "isDefault",
         updated_at::text AS version FROM business_calendars WHERE id = $1`,
      [id],
    );
  }

  async add({ name, timeZone, week, specialDays }: CreateCalendar, setUpAt: Date): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO business_calendars (name, time_zone, week, special_days, set_up_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [name, timeZone, JSON.stringify(week), JSON.stringify(specialDays), setUpAt],
    );
    if (!row) throw new Error('The calendar was not added.');
    return row.id;
  }

  async save(id: number, fields: CalendarFields, setUpAt: Date): Promise<void> {
    const { name, timeZone, week, specialDays, isDefault } = fields;
    if (isDefault) {
      await this.database.run('UPDATE business_calendars SET is_default = false WHERE is_default AND id <> $1', [id]);
    }
    await this.database.run(
      `UPDATE business_calendars SET name = $2, time_zone = $3, week = $4, special_days = $5, is_default = $6,
         set_up_at = coalesce(set_up_at, $7) WHERE id = $1`,
      [id, name, timeZone, JSON.stringify(week), JSON.stringify(specialDays), isDefault, setUpAt],
    );
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM business_calendars WHERE id = $1', [id]);
  }

  /** The name of the brand's own calendar; undefined when it has none. */
  async chosenBy(brandId: number): Promise<string | undefined> {
    const row = await this.database.row<{ name: string }>(
      `SELECT k.name FROM brand_calendars u JOIN business_calendars k ON k.id = u.calendar_id WHERE u.brand_id = $1`,
      [brandId],
    );
    return row?.name;
  }

  /** Null: none of its own. */
  async choose(brandId: number, calendarId: number | null): Promise<void> {
    await this.database.run('DELETE FROM brand_calendars WHERE brand_id = $1', [brandId]);
    if (calendarId === null) return;
    await this.database.run('INSERT INTO brand_calendars (brand_id, calendar_id) VALUES ($1, $2)', [
      brandId,
      calendarId,
    ]);
  }

  /** The default one and those that brands have chosen. */
  inUse(): Promise<CalendarInUse[]> {
    return this.database.rows(
      `SELECT k.id, ${ZONE} AS zone, k.week, k.special_days AS "specialDays", k.is_default AS "isDefault",
         ARRAY(SELECT b.id FROM brands b LEFT JOIN brand_calendars u ON u.brand_id = b.id
           WHERE u.calendar_id = k.id OR (k.is_default AND u.brand_id IS NULL) ORDER BY b.id) AS "brandIds",
         k.updated_at::text AS version
       FROM business_calendars k
       WHERE k.is_default OR EXISTS (SELECT FROM brand_calendars u WHERE u.calendar_id = k.id) ORDER BY k.id`,
    );
  }
}
