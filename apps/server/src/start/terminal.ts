const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (code: number) => (text: string) => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);

export const green = paint(32);
export const red = paint(31);
export const grey = paint(90);
export const bold = paint(1);

/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a step of the start and ticks it off with its duration; `work` returns a few words on what it did. */
export async function step(name: string, work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const notice = setInterval(() => say(grey(`  … ${name}, ${seconds(start)}`)), 10_000);
  try {
    const words = await work();
    say(`  ${green('✓')} ${name.padEnd(13)} ${words.padEnd(38)} ${grey(seconds(start))}`);
  } finally {
    clearInterval(notice);
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
