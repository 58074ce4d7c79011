import { messagesApi } from '@bureau/contracts';
import type { Attachment } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Button, Icon, IconButton, Menu } from '@bureau/ui';
import type { LightboxImage } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatBytes } from '../../plain/format-bytes.ts';
import { feedWords as words } from './case-feed.words.ts';
import { EraseFile } from './erase-dialogs.tsx';
import { useShowPictures } from './feed-pictures.tsx';

/** The files of a message, each with type, name and size; pictures as small ones that open large. */
export function FileList({ attachments, caseId }: { attachments: readonly Attachment[]; caseId: number }) {
  const files = attachments.filter(({ inline }) => !inline);
  const inside = attachments.filter((file) => file.inline && isPicture(file));
  const show = useShowPictures();
  if (files.length + inside.length === 0) return null;
  const pictures = picturesOf(attachments);
  return (
    <ul className="feed-files" aria-label={words.attachments}>
      {files.map((file) => (
        <li key={file.id}>
          <File file={file} caseId={caseId} onShow={() => show(pictures, String(file.id))} />
        </li>
      ))}
      {inside.length > 0 && (
        <li>
          <Button size="small" variant="quiet" icon="image" onPress={() => show(pictures, String(inside[0]?.id))}>
            {words.picturesInText(inside.length)}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Every picture of a message that can be shown, those in its text too. */
export function picturesOf(attachments: readonly Attachment[]): LightboxImage[] {
  return attachments.filter(isPicture).map(({ id, url, fileName }) => ({ id: String(id), src: url, name: fileName }));
}

function isPicture({ thumbnailUrl, erasedAt }: Attachment): boolean {
  return thumbnailUrl !== null && erasedAt === null;
}

function File({ file, caseId, onShow }: { file: Attachment; caseId: number; onShow: () => void }) {
  const session = useSession();
  const [isErasing, setErasing] = useState(false);
  const { fileName, contentType, size, url, thumbnailUrl } = file;
  const facts = `${typeWord(fileName, contentType)} · ${formatBytes(size)}`;
  if (file.erasedAt !== null) {
    return (
      <span className="feed-file" data-erased>
        <Icon name="file" />
        <span className="bu-truncate">{fileName}</span>
        <span className="feed-file-size">{words.erased}</span>
      </span>
    );
  }
  return (
    <span className="feed-file-place">
      {thumbnailUrl === null ? (
        <a className="feed-file" href={url} download={fileName} title={contentType}>
          <span className="bu-hidden">{words.download}</span>
          <Icon name="file" />
          <span className="bu-truncate">{fileName}</span>
          <span className="feed-file-size bu-figures">{facts}</span>
        </a>
      ) : (
        <Button className="feed-file feed-picture" variant="quiet" onPress={onShow}>
          <span className="bu-hidden">{words.showPicture}</span>
          <img src={thumbnailUrl} alt="" loading="lazy" />
          <span className="bu-truncate">{fileName}</span>
          <span className="feed-file-size bu-figures" aria-hidden="true">
            {facts}
          </span>
        </Button>
      )}
      {can(session, messagesApi.eraseAttachment) && (
        <Menu
          label={words.fileMenu(fileName)}
          trigger={<IconButton icon="more" size="small" className="feed-file-more" label={words.fileMenu(fileName)} />}
          groups={[
            {
              id: 'erase',
              actions: [
                {
                  id: 'erase',
                  label: words.erase.file,
                  icon: 'trash',
                  isDanger: true,
                  onAction: () => setErasing(true),
                },
              ],
            },
          ]}
        />
      )}
      <EraseFile file={file} caseId={caseId} isOpen={isErasing} onClose={() => setErasing(false)} />
    </span>
  );
}

/** The kind of a file in one word: its ending, or the second half of its type. */
function typeWord(fileName: string, contentType: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1];
  return (ending ?? contentType.split('/').at(-1) ?? '').toUpperCase();
}
