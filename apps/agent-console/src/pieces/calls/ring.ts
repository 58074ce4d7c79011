/** Hertz of the two notes, one after the other: a fifth upwards. */
const NOTES = [659.25, 987.77];
/** Seconds. */
const LENGTH = 0.16;
const LOUDNESS = 0.07;

let context: AudioContext | undefined;

/**
 * Two soft notes, made on the spot. Silent where the browser allows no sound yet: it waits for the first click or key
 * of the reader on this page.
 */
export function ring(): void {
  if (!('AudioContext' in globalThis)) return;
  context ??= new AudioContext();
  void context.resume();
  if (context.state === 'closed') return;
  for (const [index, hertz] of NOTES.entries()) play(context, hertz, context.currentTime + index * LENGTH * 0.8);
}

function play(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH * 2);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + LENGTH * 2);
}
