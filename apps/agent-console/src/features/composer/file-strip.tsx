import type { Upload } from '@bureau/contracts';
import { Button, Icon, IconButton } from '@bureau/ui';
import { formatBytes } from '../../plain/format-bytes.ts';
import { composerWords as words } from './composer.words.ts';
import type { Uploads } from './use-uploads.ts';

/** Bytes from which on many mail servers refuse a message: files grow by a third on their way. */
const MUCH = 18 * 1024 * 1024;

export interface FileStripProps {
  attached: readonly Upload[];
  uploads: Uploads;
  onDetach: (id: number) => void;
}

/** The files of a reply: attached, on their way, or stuck with the reason. */
export function FileStrip({ attached, uploads, onDetach }: FileStripProps) {
  if (attached.length + uploads.uploading.length === 0) return null;
  const total = attached.reduce((sum, { size }) => sum + size, 0);
  return (
    <ul className="composer-files" aria-label={words.files}>
      {attached.map((upload) => (
        <li key={upload.id} className="composer-file">
          <Icon name={upload.contentType.startsWith('image/') ? 'image' : 'file'} />
          <span className="bu-truncate">{upload.fileName}</span>
          <span className="composer-file-size bu-figures">{formatBytes(upload.size)}</span>
          <IconButton
            icon="close"
            size="small"
            label={words.removeFile(upload.fileName)}
            onPress={() => onDetach(upload.id)}
          />
        </li>
      ))}
      {uploads.uploading.map(({ id, file, share, failure, mayRetry }) => (
        <li key={id} className="composer-file" data-failed={failure !== null || undefined}>
          <Icon name={failure === null ? 'file' : 'alert'} />
          <span className="bu-truncate">{file.name}</span>
          {failure === null && (
            <>
              <progress
                className="composer-progress"
                max={1}
                value={share}
                aria-label={words.uploadingFile(file.name)}
              />
              <span className="composer-file-size bu-figures">{words.uploading(Math.round(share * 100))}</span>
            </>
          )}
          {failure !== null && <span role="alert">{failure}</span>}
          {failure !== null && mayRetry && (
            <Button size="small" variant="quiet" onPress={() => uploads.retry(id)}>
              {words.retryUpload}
            </Button>
          )}
          <IconButton
            icon="close"
            size="small"
            label={failure === null ? words.stopUpload(file.name) : words.removeFile(file.name)}
            onPress={() => uploads.remove(id)}
          />
        </li>
      ))}
      {total > MUCH && <li className="composer-much">{words.muchToCarry(formatBytes(total))}</li>}
    </ul>
  );
}
