import { formatNumber } from '../language/format.ts';

const units = ['B', 'kB', 'MB', 'GB'];

/** A size in bytes for people: "840 B", "2.4 MB". */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const figure = formatNumber(bytes / 1000 ** step, { maximumFractionDigits: step === 0 ? 0 : 1 });
  return `${figure} ${units[step]}`;
}
