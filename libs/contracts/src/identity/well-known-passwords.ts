/** What stands in samples and tutorials, and what guessing begins with. */
const WORDS =
  'admin administrator bureau changeme changemenow default desk example helpdesk iloveyou letmein login master passw passwd password passwort pass qwerty qwertyuiop qwertz qwertzuiop root secret support test user welcome'.split(
    ' ',
  );

/** One such word, twice the same, or digits: `adminadmin`, `Password123!`, `1234567890`, `aaaaaaaaaa`. */
export function isWellKnownPassword(password: string): boolean {
  const letters = password
    .toLowerCase()
    .replace(/[^a-z]+$/, '')
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replace(/[^a-z]/g, '');
  const half = letters.slice(0, letters.length / 2);
  const word = half + half === letters ? half : letters;
  return new Set(password).size <= 3 || /^[\d\s.-]+$/.test(password) || WORDS.includes(word);
}
