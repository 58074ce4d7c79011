import { readerNow } from '../../language/format.ts';
import { settingsWords as words } from './settings.words.ts';

/** Every time zone that this browser knows, with what it is off from UTC at a moment: "Europe/Berlin (UTC+1)". */
export function zoneChoices(now: Date): { id: string; label: string }[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, label: labelOf(id, now) }));
}

/** The zone of the browser itself. */
export function ownZone(): string {
  return placeOf(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function labelOf(zone: string, now: Date): string {
  const format = new Intl.DateTimeFormat(readerNow().locale, { timeZone: zone, timeZoneName: 'shortOffset' });
  const offset = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset === zone ? zone : words.zone(placeOf(zone), offset);
}

function placeOf(zone: string): string {
  return zone.replaceAll('_', ' ');
}
