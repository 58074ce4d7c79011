import { latin1 } from './decode-charset.ts';

/** A file found inside a text body. */
export interface UuencodedFile {
  fileName: string;
  content: Uint8Array;
}

const BEGIN = /^begin(?:-base64)? [0-7]{3,4} +(\S.*)$/;

/**
 * Files that old mailers put into the text as `begin 644 name … end` (POSIX uuencode), and the text without them.
 * A block without its `end`, or with a line that cannot be uuencoded, stays text.
 */
export function extractUuencoded(text: string): { text: string; files: UuencodedFile[] } {
  if (!/^begin /m.test(text)) return { text, files: [] };

  const kept: string[] = [];
  const files: UuencodedFile[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const fileName = BEGIN.exec(line)?.[1]?.trim();
    const end = fileName === undefined ? -1 : endOfBlock(lines, index + 1);
    if (fileName === undefined || end < 0) {
      kept.push(line);
      continue;
    }
    files.push({ fileName, content: Buffer.concat(lines.slice(index + 1, end).map(decodeLine)) });
    index = end;
  }
  return { text: kept.join('\n'), files };
}

/** The bytes of a part whose transfer encoding is uuencode (`x-uuencode`); undecodable ones stay as they are. */
export function decodeUuencoded(content: Uint8Array): Uint8Array {
  const [file] = extractUuencoded(latin1(content).replace(/\r\n/g, '\n')).files;
  return file?.content ?? content;
}

function endOfBlock(lines: string[], start: number): number {
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]?.trimEnd() ?? '';
    if (line === 'end') return index;
    if (!isEncodedLine(line)) return -1;
  }
  return -1;
}

/** The first character gives the number of bytes; four characters carry three. Trailing spaces get lost on the way. */
function isEncodedLine(line: string): boolean {
  if (line === '') return true;
  if (!/^[ -`]+$/.test(line)) return false;
  const length = (line.charCodeAt(0) - 32) & 63;
  return line.length <= 1 + Math.ceil(length / 3) * 4 + 4;
}

function decodeLine(line: string): Uint8Array {
  const length = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
  const bytes = new Uint8Array(Math.ceil(length / 3) * 3);
  for (let group = 0; group * 3 < length; group++) {
    const [a, b, c, d] = [0, 1, 2, 3].map((offset) => sixBits(line, 1 + group * 4 + offset));
    bytes.set(
      [((a ?? 0) << 2) | ((b ?? 0) >> 4), ((b ?? 0) << 4) | ((c ?? 0) >> 2), ((c ?? 0) << 6) | (d ?? 0)],
      group * 3,
    );
  }
  return bytes.subarray(0, length);
}

function sixBits(line: string, index: number): number {
  return index < line.length ? (line.charCodeAt(index) - 32) & 63 : 0;
}
