const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Which machine of Salesforce made the record: characters 4 to 6 of every id. */
const POD = 'SB0';

/** The 18-character id of the n-th record of a kind, which its first three characters tell (`500` is a case). */
export function idOf(keyPrefix: string, count: number): string {
  let rest = count;
  let digits = '';
  for (let place = 0; place < 9; place += 1) {
    digits = (ALPHABET[rest % 62] ?? '0') + digits;
    rest = Math.floor(rest / 62);
  }
  return withChecksum(`${keyPrefix}${POD}${digits}`);
}

/** An id of 15 or 18 characters as 18; undefined when it is none. */
export function longId(id: string): string | undefined {
  if (/^[0-9A-Za-z]{15}$/.test(id)) return withChecksum(id);
  if (!/^[0-9A-Za-z]{18}$/.test(id)) return undefined;
  return withChecksum(id.slice(0, 15)) === id ? id : undefined;
}

/** Each group of five characters gives one that tells which of them are capitals. */
function withChecksum(id: string): string {
  const groups = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
  const check = groups.map((group) => {
    const bits = [...group].reduce((sum, char, place) => sum + (/[A-Z]/.test(char) ? 2 ** place : 0), 0);
    return CHECKS[bits] ?? 'A';
  });
  return id + check.join('');
}
