/** Red, green, blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

/** The colours of a brand in the default theme, as `#rrggbb`: readable by the measure of WCAG 2.2 (1.4.3), whatever was chosen. */
export interface BrandColours {
  light: Scheme;
  dark: Scheme;
}

interface Scheme {
  /** Links, buttons, the focus. */
  accent: string;
  /** Text on it. */
  onAccent: string;
  /** The band behind the search: a breath of the colour. */
  tint: string;
}

export const DEFAULT_COLOUR = '#8a4b12';

const PAPER: Record<keyof BrandColours, Rgb> = { light: [251, 249, 246], dark: [26, 24, 22] };
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const INK: Rgb = [23, 18, 12];
/** A little more than 4.5, so that rounding never falls below it. */
const READABLE = 4.6;
const BREATH = { light: 0.08, dark: 0.11 };

/** Takes the colour as it is where it can be read, and the nearest shade that can be where not. */
export function brandColours(colour: string): BrandColours {
  return { light: schemeOf(colour, 'light'), dark: schemeOf(colour, 'dark') };
}

/** Whether text in this very colour can be read on paper and on the band, in light. */
export function isReadable(colour: string): boolean {
  return brandColours(colour).light.accent === colour.toLowerCase();
}

function schemeOf(colour: string, kind: keyof BrandColours): Scheme {
  const wanted = parse(colour);
  const tint = mix(PAPER[kind], wanted, BREATH[kind]);
  const accent = untilReadable(wanted, { on: [PAPER[kind], tint], towards: kind === 'light' ? BLACK : WHITE });
  const onAccent = contrast(WHITE, accent) >= contrast(INK, accent) ? WHITE : INK;
  return { accent: write(accent), onAccent: write(onAccent), tint: write(tint) };
}

function untilReadable(colour: Rgb, { on, towards }: { on: readonly Rgb[]; towards: Rgb }): Rgb {
  for (let step = 0; step <= 50; step++) {
    const shade = mix(colour, towards, step / 50);
    if (on.every((ground) => contrast(shade, ground) >= READABLE)) return shade;
  }
  return towards;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * part);
  return [at(0), at(1), at(2)];
}

export function parse(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function write(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
