import type { Chance } from '../history/chance.ts';
import { box, Canvas, ellipse, mix, scratch, type Colour } from './canvas.ts';

export type Motif = 'parcel' | 'machine' | 'wetsuit' | 'kayak' | 'beans';

const WALLS: Colour[] = [
  [214, 208, 196],
  [188, 198, 204],
  [222, 214, 200],
  [170, 178, 170],
];
const FLOORS: Colour[] = [
  [150, 120, 92],
  [120, 116, 110],
  [176, 160, 140],
  [92, 104, 112],
];

/** What a customer's telephone saw, as far as simple shapes can tell it. */
export function photo(motif: Motif, chance: Chance): Uint8Array {
  const canvas = new Canvas(400, 300).shade(chance.pick(WALLS), mix(chance.pick(WALLS), [90, 84, 80], 0.4));
  const floor = chance.pick(FLOORS);
  canvas.fill(box(0, 0.72 + chance.next() * 0.06, 1, 1), floor);
  DRAW[motif](canvas, chance);
  return canvas.png();
}

const DRAW: Record<Motif, (canvas: Canvas, chance: Chance) => void> = {
  parcel: (canvas, chance) => {
    const left = 0.2 + chance.next() * 0.15;
    canvas
      .fill(box(left, 0.3, left + 0.5, 0.85), [186, 142, 92])
      .fill(box(left, 0.3, left + 0.5, 0.36), [204, 162, 112]);
    canvas
      .fill(box(left + 0.21, 0.3, left + 0.28, 0.85), [222, 200, 150])
      .fill(box(left + 0.32, 0.55, left + 0.47, 0.68), [240, 240, 236]);
    canvas.fill(ellipse(left + 0.06 + chance.next() * 0.1, 0.78, [0.1, 0.13]), [112, 82, 52]);
  },
  machine: (canvas, chance) => {
    const steel: Colour = mix([196, 200, 204], [60, 64, 70], chance.next() * 0.6);
    canvas.fill(box(0.3, 0.2, 0.72, 0.82), steel).fill(box(0.34, 0.42, 0.68, 0.74), [34, 34, 36]);
    canvas.fill(box(0.44, 0.4, 0.58, 0.5), mix(steel, [20, 20, 20], 0.4)).fill(box(0.2, 0.47, 0.46, 0.5), [70, 44, 30]);
    canvas
      .fill(ellipse(0.51, 0.67, [0.06, 0.06]), [244, 240, 232])
      .fill(ellipse(0.63, 0.3, [0.03, 0.04]), [176, 42, 36]);
    canvas.fill(scratch(0.36, 0.78 + chance.next() * 0.04, [0.4, 0.1]), [96, 140, 180]);
  },
  wetsuit: (canvas, chance) => {
    const neoprene: Colour = mix([26, 30, 38], [20, 60, 84], chance.next());
    canvas
      .fill(box(0.36, 0.18, 0.64, 0.6), neoprene)
      .fill(box(0.36, 0.6, 0.48, 0.95), neoprene)
      .fill(box(0.52, 0.6, 0.64, 0.95), neoprene);
    canvas
      .fill(box(0.22, 0.2, 0.36, 0.3), neoprene)
      .fill(box(0.64, 0.2, 0.78, 0.3), neoprene)
      .fill(box(0.49, 0.2, 0.51, 0.55), [200, 84, 40]);
    canvas.fill(scratch(0.38, 0.5 + chance.next() * 0.2, [0.12, 0.5]), [226, 216, 200]);
  },
  kayak: (canvas, chance) => {
    const hull: Colour = chance.pick<Colour>([
      [214, 74, 46],
      [46, 120, 160],
      [226, 176, 48],
    ]);
    canvas.fill(ellipse(0.5, 0.62, [0.46, 0.14]), hull).fill(ellipse(0.5, 0.58, [0.14, 0.06]), [32, 32, 34]);
    canvas.fill(scratch(0.16 + chance.next() * 0.3, 0.64, [0.22, 0.08]), [244, 240, 230]);
  },
  beans: (canvas, chance) => {
    for (let bean = 0; bean < 90; bean++) {
      const [x, y] = [chance.next(), 0.35 + chance.next() * 0.65];
      canvas.fill(ellipse(x, y, [0.035, 0.03]), mix([58, 34, 20], [120, 78, 46], chance.next()));
    }
  },
};
