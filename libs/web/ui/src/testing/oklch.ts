/** A colour as CSS Color 4 §9.4 writes it: lightness 0–1, chroma, hue in degrees. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

type Rgb = [red: number, green: number, blue: number];

/** Reads `oklch(0.5 0.1 250)`; throws when it is anything else. */
export function parseOklch(text: string): Oklch {
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text) ?? [];
  if (lightness === undefined) throw new Error(`Not an oklch colour: ${text}`);
  return { lightness: Number(lightness), chroma: Number(chroma), hue: Number(hue) };
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrastRatio(one: Oklch, other: Oklch): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Whether sRGB can show the colour, within a rounding error. */
export function isInGamut(colour: Oklch): boolean {
  return linearRgb(colour).every((channel) => channel >= -0.0005 && channel <= 1.0005);
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * clamp(red) + 0.7152 * clamp(green) + 0.0722 * clamp(blue);
}

/** Oklab to linear sRGB, the matrices of CSS Color 4 §18. */
function linearRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function clamp(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
