import type { LabelKey, Topic } from './classification.ts';

export type Language = 'en' | 'de' | 'es' | 'fr' | 'pt' | 'it' | 'nl' | 'ja' | 'pl' | 'ar' | 'nb';
export type BrandKey = 'larkspur' | 'tideline';
/** Files that people attach; photos are named by what is on them. */
export type FileKind = 'parcel' | 'machine' | 'wetsuit' | 'kayak' | 'beans' | 'invoice' | 'log';

/** Advertising, thrown away, one matter in two cases, two matters in one case. */
export type Fate = 'spam' | 'trash' | 'twice' | 'two-questions';

export interface Line {
  by: 'customer' | 'agent';
  /** Ways to say it, one is chosen; `{item}` and its kind are filled in. */
  says: readonly string[];
  files?: readonly FileKind[];
}

/** A conversation that can happen to several customers. Greetings and names are added by the voices of its language. */
export interface Story {
  brand: BrandKey;
  language: Language;
  subjects: readonly string[];
  topic: Topic;
  /** What an agent puts on the case when he takes it. */
  labels?: readonly LabelKey[];
  /** Set when it does not end as conversations do. */
  fate?: Fate;
  /** The customer's line is the first. */
  lines: readonly Line[];
  /** What `{name}` stands for in this story; one of each is chosen for a whole conversation. */
  facts?: Readonly<Record<string, readonly string[]>>;
  /** 1 to 10; an agent sets it when it is not the usual 4. */
  priority?: number;
  /** Goes to the group for wholesale and returns. */
  handedOver?: boolean;
}

export function customer(...says: string[]): Line {
  return { by: 'customer', says };
}

export function agent(...says: string[]): Line {
  return { by: 'agent', says };
}

export function withFiles(line: Line, ...files: FileKind[]): Line {
  return { ...line, files };
}
