import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];
/** Whether a point, with both coordinates from 0 to 1, belongs to a shape. */
export type Shape = (x: number, y: number) => boolean;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture made of shapes, as PNG. */
export class Canvas {
  readonly #pixels: Uint8Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.#pixels = new Uint8Array(width * height * 3);
  }

  /** Fills from one colour above to another below. */
  shade(top: Colour, bottom: Colour): this {
    return this.paint(
      () => true,
      (_x, y) => mix(top, bottom, y),
    );
  }

  fill(shape: Shape, colour: Colour): this {
    return this.paint(shape, () => colour);
  }

  /** RFC 2083: signature, header, one deflated run of unfiltered rows, end. */
  png(): Uint8Array {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const rows = Buffer.alloc((this.width * 3 + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      rows.set(this.#pixels.subarray(y * this.width * 3, (y + 1) * this.width * 3), y * (this.width * 3 + 1) + 1);
    }
    return Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  private paint(shape: Shape, colourAt: (x: number, y: number) => Colour): this {
    for (let row = 0; row < this.height; row++) {
      for (let column = 0; column < this.width; column++) {
        const [x, y] = [(column + 0.5) / this.width, (row + 0.5) / this.height];
        if (shape(x, y)) this.#pixels.set(colourAt(x, y), (row * this.width + column) * 3);
      }
    }
    return this;
  }
}

export function mix(one: Colour, other: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [at(0), at(1), at(2)];
}

export function box(left: number, top: number, right: number, bottom: number): Shape {
  return (x, y) => x >= left && x <= right && y >= top && y <= bottom;
}

export function ellipse(centreX: number, centreY: number, [radiusX, radiusY]: [number, number]): Shape {
  return (x, y) => ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;
}

/** A crack, a scratch, a seam: a line that wanders a little. */
export function scratch(fromX: number, fromY: number, [length, slope]: [number, number]): Shape {
  return (x, y) =>
    x >= fromX && x <= fromX + length && Math.abs(y - fromY - (x - fromX) * slope - Math.sin(x * 60) * 0.012) < 0.008;
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
