import type { Choice } from '@bureau/ui';

let known: Choice[] | undefined;

/** Every time zone that this browser knows, with what its clocks are off from UTC now. Reckoned once: there are hundreds. */
export function zoneChoices(): Choice[] {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
    id: zone,
    label: placeOf(zone),
    detail: offsetOf(zone),
  }));
  return known;
}

/** The place that the browser itself is in, as it is written in the choices. */
export function ownPlace(): string {
  return placeOf(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function placeOf(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}
