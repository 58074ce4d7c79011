import './status.css';

const grounds = 7;

export interface AvatarProps {
  name: string;
  size?: 16 | 20 | 24 | 32;
  /** The name stands beside it already: hide it from screen readers. */
  isDecoration?: boolean;
}

/** Initials on a ground that is always the same for the same name. */
export function Avatar({ name, size = 24, isDecoration = false }: AvatarProps) {
  return (
    <span
      className="bu-avatar"
      data-size={size}
      style={{ background: `var(--person-${groundOf(name)})` }}
      role={isDecoration ? undefined : 'img'}
      aria-label={isDecoration ? undefined : name}
      aria-hidden={isDecoration || undefined}
    >
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and last word, by grapheme; "?" for a name without letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word = '') => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '');
  return letters.join('').toLocaleUpperCase() || '?';
}

/** FNV-1a over the name, folded to one of the person tokens (1 to 7). */
function groundOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name.toLocaleLowerCase()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % grounds) + 1;
}
