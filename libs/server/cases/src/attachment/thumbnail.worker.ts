import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';

/** Pixels on the longer side. */
const SIDE = 320;

/** A picture with more of them is no picture for people but a bomb: 24,000,000 bytes of file may claim 10⁹ pixels. */
const MOST_PIXELS = 50_000_000;

const SECONDS = 5;

export interface ThumbnailAnswer {
  /** WebP; null when no small picture can be made. */
  picture: Uint8Array | null;
}

// Only what browsers draw in place; never SVG, PDF or the rest that the library could read.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

parentPort?.on('message', (image: Uint8Array) => {
  void small(image).then(
    (picture) => answer({ picture }),
    () => answer({ picture: null }),
  );
});

async function small(image: Uint8Array): Promise<Uint8Array> {
  const { data } = await sharp(image, { limitInputPixels: MOST_PIXELS, sequentialRead: true, pages: 1 })
    .rotate()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true });
  return data;
}

function answer(message: ThumbnailAnswer): void {
  parentPort?.postMessage(message);
}
