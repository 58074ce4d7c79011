const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in bytes for people: "840 B", "2.4 MB". */
export function formatBytes(bytes: number): string {
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = steps[step] ?? 'byte';
  const digits = step === 0 ? 0 : 1;
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** step);
}
