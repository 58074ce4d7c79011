const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 signs of an id of Salesforce. Its 15 tell records apart by capitals alone; the last three say where the capitals
 * are, five signs each, so that it stays unique where capitals do not count. Null for what is no id.
 */
export function salesforceId(value: unknown): string | null {
  if (typeof value !== 'string' || !/^(?:[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(value)) return null;
  const id = value.slice(0, 15);
  const whole = id + checksum(id);
  if (value.length === 15 || value === whole) return whole;
  const lostCapitals = id === id.toLowerCase() || id === id.toUpperCase();
  return lostCapitals ? withCapitals(value) : null;
}

function checksum(id: string): string {
  return [0, 5, 10].map((start) => SUFFIX.charAt(capitals(id.slice(start, start + 5)))).join('');
}

/** Of five signs: the first is 1, the last 16. */
function capitals(signs: string): number {
  return [...signs].reduce((sum, sign, at) => (/[A-Z]/.test(sign) ? sum + 2 ** at : sum), 0);
}

/** An id that lost its capitals on the way gets them back out of its last three signs. */
function withCapitals(value: string): string | null {
  const signs = [...value.slice(0, 15)].map((sign, at) => {
    const block = SUFFIX.indexOf(value.charAt(15 + Math.floor(at / 5)).toUpperCase());
    if (block < 0) return null;
    return (block >> (at % 5)) & 1 ? sign.toUpperCase() : sign.toLowerCase();
  });
  const id = signs.every((sign) => sign !== null) ? signs.join('') : null;
  const whole = id && id + checksum(id);
  return whole?.toLowerCase() === value.toLowerCase() ? whole : null;
}
