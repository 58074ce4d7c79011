const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);

export const green = paint(32);
export const red = paint(31);
export const grey = paint(90);
export const bold = paint(1);

/** Seconds since `start` (a performance.now()), for people. */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** A line that stays, in front of the one that shows what goes on. */
export function say(text) {
  console.log(process.stdout.isTTY ? `\r\u001B[K${text}` : text);
}

/**
 * A line that shows that something goes on: rewritten in a terminal, repeated every ten seconds in a log file.
 * `describe()` is asked anew each time. Returns the function that ends it.
 */
export function progress(describe) {
  if (process.stdout.isTTY) {
    const timer = setInterval(() => process.stdout.write(`\r\u001B[K  ${grey(`… ${describe()}`)}`), 250);
    return () => {
      clearInterval(timer);
      process.stdout.write('\r\u001B[K');
    };
  }
  const timer = setInterval(() => console.log(`  … ${describe()}`), 10_000);
  return () => clearInterval(timer);
}
