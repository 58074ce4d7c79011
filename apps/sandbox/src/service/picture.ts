import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const CELLS = 6;
const CELL = 32;
const SIDE = CELLS * CELL;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG that looks the same for the same seed and different for others: somebody's face. */
export function pictureFor(seed: string): Buffer {
  const hash = createHash('sha256').update(seed).digest();
  const paint = (index: number) => [hash[index] ?? 0, hash[index + 1] ?? 0, hash[index + 2] ?? 0];
  const ground = paint(0).map((value) => 190 + (value % 60));
  const figure = paint(3).map((value) => 40 + (value % 130));
  const filled = (x: number, y: number) => ((hash[8 + y] ?? 0) >> (x < CELLS / 2 ? x : CELLS - 1 - x)) % 2 === 1;

  const rows = Buffer.alloc(SIDE * (1 + SIDE * 3));
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const colour = filled(Math.floor(x / CELL), Math.floor(y / CELL)) ? figure : ground;
      rows.set(colour, y * (1 + SIDE * 3) + 1 + x * 3);
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 8 bits a channel, RGB (PNG §11.2.2). */
function header(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(SIDE, 0);
  bytes.writeUInt32BE(SIDE, 4);
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
