import { latin1 } from './decode-charset.ts';

/** The mended bytes; `broken` when the parts could not be told apart as declared. */
export interface MendedBoundaries {
  bytes: Uint8Array;
  broken: boolean;
}

/**
 * Makes the parts of a multipart mail findable: spaces after a boundary line go (RFC 2046 §5.1.1 allows them, the
 * splitter does not), a missing or misspelt boundary is read off the body, and where there is none the body is text.
 */
export function mendBoundaries(bytes: Uint8Array): MendedBoundaries {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('ultipart/'))
    return { bytes, broken: false };

  const original = latin1(bytes);
  const source = withoutPadding(original);
  const sound = { bytes: source === original ? bytes : toBytes(source), broken: false };
  const { head, body } = divide(source);
  const field = /^content-type[ \t]*:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? '';
  const subtype = /^\s*multipart\/([a-z0-9-]+)/i.exec(field)?.[1];
  if (subtype === undefined || body.trim() === '') return sound;

  const [declared] = boundariesIn(field);
  if (declared !== undefined && body.includes(`--${declared}`)) return sound;

  const found = boundaryOf(body);
  const type = found === null ? 'text/plain' : `multipart/${subtype}; boundary="${found}"`;
  return { bytes: toBytes(`Content-Type: ${type}\n${source}`), broken: true };
}

function toBytes(source: string): Uint8Array {
  return Buffer.from(source, 'latin1');
}

function divide(source: string): { head: string; body: string } {
  const gap = /\r?\n\r?\n/.exec(source);
  return gap
    ? { head: source.slice(0, gap.index), body: source.slice(gap.index + gap[0].length) }
    : { head: source, body: '' };
}

function boundariesIn(text: string): string[] {
  const matches = text.matchAll(/\bboundary[ \t]*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gi);
  return [...matches].map((match) => match[1] ?? match[2] ?? '');
}

function withoutPadding(source: string): string {
  const declared = new Set(boundariesIn(source));
  return source.replace(/^--(\S(?:[^\r\n]*\S)?)[ \t]+(?=\r?$)/gm, (line, mark: string) =>
    declared.has(mark) || declared.has(mark.replace(/--$/, '')) ? `--${mark}` : line,
  );
}

/** The first line of the form `--mark` that comes again or is closed by `--mark--`. */
function boundaryOf(body: string): string | null {
  const marks = new Set(
    [...body.matchAll(/^--([^\s"-][^\s"]{0,69}|-[^\s"]{3,69})[ \t]*\r?$/gm)].map((match) => match[1] ?? ''),
  );
  for (const mark of [...marks].slice(0, 20)) {
    const lines = body.split(`--${mark}`).length - 1;
    if (lines >= 2) return mark.replace(/--$/, '');
  }
  return null;
}
