import type { Attachment } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { formatBytes } from '../../plain/format-bytes.ts';
import { feedWords as words } from './case-feed.words.ts';

/** The files of a message, each with type, name and size. They are downloaded, never opened inside the desk. */
export function FileList({ attachments }: { attachments: readonly Attachment[] }) {
  const files = attachments.filter(({ inline }) => !inline);
  if (files.length === 0) return null;
  return (
    <ul className="feed-files" aria-label={words.attachments}>
      {files.map(({ id, fileName, contentType, size, url }) => (
        <li key={id}>
          <a className="feed-file" href={url} download={fileName} title={contentType}>
            <span className="bu-hidden">{words.download}</span>
            <Icon name={contentType.startsWith('image/') ? 'image' : 'file'} />
            <span className="bu-truncate">{fileName}</span>
            <span className="feed-file-size bu-figures">
              {typeWord(fileName, contentType)} · {formatBytes(size)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The kind of a file in one word: its ending, or the second half of its type. */
function typeWord(fileName: string, contentType: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1];
  return (ending ?? contentType.split('/').at(-1) ?? '').toUpperCase();
}
