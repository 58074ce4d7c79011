/** The texts of a language by the id of their place. */
export type Catalogue = ReadonlyMap<string, object>;

let chosen: Catalogue = new Map();
const english: [id: string, text: object][] = [];

/**
 * Chooses the language of every text that is read from now on. Texts are read when their module is loaded, so this
 * comes before the console itself is loaded (main.tsx); another choice later takes a reload.
 */
export function speak(catalogue: Catalogue): void {
  chosen = catalogue;
}

/** The text of a place: the English given here, or its translation when another language was chosen. */
export function words<T extends object>(id: string, text: T): T {
  english.push([id, text]);
  const translation = chosen.get(id);
  return isTextOf(translation, text) ? translation : text;
}

/** The English of every place that was loaded so far, as it was given: what a translation is held against. */
export function placesSoFar(): readonly (readonly [id: string, text: object])[] {
  return english;
}

/** The compiler holds each translation to the shape of its English, where the two are declared. */
function isTextOf<T extends object>(text: object | undefined, _english: T): text is T {
  return text !== undefined;
}
