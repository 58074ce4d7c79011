const DAY = 24 * 60;

/**
 * A time of day as people type it («9», «930», «9.30», «17:5», «24») as the contract writes it (09:00); null when it is
 * none.
 */
export function readClock(typed: string): string | null {
  const text = typed.trim().replace(/\s*(?:h|Uhr)$/i, '');
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})(?:[:.h](\d{1,2}))?$/i.exec(text.replace(/^(\d{1,2})(\d\d)$/, '$1:$2')) ?? [];
  if (hours === '') return null;
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) > 59 || total > DAY ? null : writeClock(total);
}

/** So many minutes later, or earlier, within the day; the text as it is when it is no time. */
export function stepClock(typed: string, minutes: number): string {
  const clock = readClock(typed);
  if (clock === null) return typed;
  const total = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return writeClock(Math.min(Math.max(total + minutes, 0), DAY));
}

function writeClock(total: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
