import type { PostFiles, ReplyWay, Upload } from '@bureau/contracts';

/** Why the files cannot leave with an answer; `name` is the file that stands in the way. */
export type FileTrouble =
  | { kind: 'none-at-all' }
  | { kind: 'unknown-type'; name: string; types: readonly string[] }
  | { kind: 'two-kinds' }
  | { kind: 'too-many'; most: number }
  | { kind: 'too-large'; name: string; size: number };

/** What Messenger takes as one file, bytes. */
const MESSENGER_FILE = 25 * 1024 * 1024;

type File = Pick<Upload, 'fileName' | 'contentType' | 'size'>;

/** What the network would not take, in the order in which a writer mends it; null: it takes all of them. */
export function fileTrouble(files: readonly File[], { files: limits }: Pick<ReplyWay, 'files'>): FileTrouble | null {
  const [first] = files;
  if (!first) return null;
  if (limits === null) return tooLarge(files, MESSENGER_FILE);
  if (limits.length === 0) return { kind: 'none-at-all' };
  const strange = files.find(({ contentType }) => !limits.some(({ types }) => types.includes(contentType)));
  if (strange) return { kind: 'unknown-type', name: strange.fileName, types: typesOf(limits) };
  const limit = limits.find(({ types }) => types.includes(first.contentType));
  if (!limit) return null;
  if (files.some(({ contentType }) => !limit.types.includes(contentType))) return { kind: 'two-kinds' };
  if (files.length > limit.most) return { kind: 'too-many', most: limit.most };
  return tooLarge(files, limit.size);
}

function tooLarge(files: readonly File[], size: number): FileTrouble | null {
  const large = files.find((file) => file.size > size);
  return large ? { kind: 'too-large', name: large.fileName, size } : null;
}

/** As people call them: JPEG, PNG, MP4. */
function typesOf(limits: readonly PostFiles[]): string[] {
  return limits.flatMap(({ types }) => types).map((type) => type.split('/')[1]?.toUpperCase() ?? type);
}
