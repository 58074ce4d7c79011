import { FACEBOOK_FILE_SIZE, type MediaLimit, type WayThere } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';
import type { AnswerFile } from './reply-facts.repository.ts';

const MEGABYTE = 1024 * 1024;

/** Throws request.invalid naming the first file that the network does not take with such an answer, and why. */
export function refuseFiles(files: readonly AnswerFile[], { files: limits }: Pick<WayThere, 'files'>): void {
  const problem = limits === null ? tooLarge(files) : problemOf(files, limits);
  if (problem) throw new InvalidInput([{ path: `uploadIds.${problem.index}`, message: problem.message }]);
}

interface FileProblem {
  index: number;
  message: string;
}

function tooLarge(files: readonly AnswerFile[]): FileProblem | null {
  const index = files.findIndex(({ size }) => size > FACEBOOK_FILE_SIZE);
  return index < 0 ? null : { index, message: 'Messenger takes files of up to 25 MB; send a link instead.' };
}

function problemOf(files: readonly AnswerFile[], limits: readonly MediaLimit[]): FileProblem | null {
  const [first] = files;
  if (!first) return null;
  if (limits.length === 0) return { index: 0, message: 'This answer takes words alone; leave the file out.' };
  const limit = limits.find(({ types }) => types.includes(first.contentType));
  const strange = files.findIndex(({ contentType }) => !limits.some(({ types }) => types.includes(contentType)));
  if (!limit || strange >= 0) {
    const known = limits.flatMap(({ types }) => types.map((type) => type.split('/')[1]?.toUpperCase() ?? type));
    return { index: Math.max(0, strange), message: `The network takes ${known.join(', ')} here; leave this file out.` };
  }
  const other = files.findIndex(({ contentType }) => !limit.types.includes(contentType));
  if (other >= 0)
    return { index: other, message: 'Pictures, animations and films do not go together; send them apart.' };
  if (files.length > limit.most) {
    const most = limit.most === 1 ? 'one such file' : `${limit.most} such files`;
    return { index: limit.most, message: `The network takes ${most} with a text; leave this one out.` };
  }
  const large = files.findIndex(({ size }) => size > limit.size);
  return large < 0
    ? null
    : {
        index: large,
        message: `The network takes up to ${Math.round(limit.size / MEGABYTE)} MB of this; make it smaller.`,
      };
}
