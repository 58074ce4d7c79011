import { attachmentsApi, UPLOAD_LIMIT } from '@bureau/contracts';
import type { Upload } from '@bureau/contracts';
import { ApiProblem, useClient } from '@bureau/client';
import { useState } from 'react';
import { formatBytes } from '../../plain/format-bytes.ts';
import { newKey } from '../../plain/new-key.ts';
import { problemText } from '../../plain/problem-words.ts';

/** A file on its way to the desk. */
export interface Uploading {
  id: string;
  file: File;
  /** 0 to 1. */
  share: number;
  /** Why it is not attached; null while it is under way. */
  failure: string | null;
  /** Trying again makes sense. */
  mayRetry: boolean;
  stop: AbortController;
  onAttached: (upload: Upload) => void;
}

export interface Uploads {
  /** Those that are not attached yet. */
  uploading: readonly Uploading[];
  /** `onAttached` for files that go elsewhere than beside the text. */
  add: (files: readonly File[], onAttached?: (upload: Upload) => void) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
}

export interface UploadWords {
  /** The desk could not be reached. */
  unreachable: string;
  /** A file is larger than the desk takes. */
  tooLarge: (size: string, limit: string) => string;
}

/** Takes files to the desk; each that has arrived is handed to `onAttached`. What is too large is told before it travels. */
export function useUploads(onAttached: (upload: Upload) => void, words: UploadWords): Uploads {
  const client = useClient();
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const change = (id: string, changes: Partial<Uploading>) =>
    setUploading((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const remove = (id: string) => setUploading((all) => all.filter((one) => one.id !== id));

  const send = async ({ id, file, stop, onAttached: attach }: Uploading) => {
    const query = { fileName: file.name, contentType: file.type || undefined };
    const onProgress = (share: number) => change(id, { share });
    try {
      attach(await client.upload(attachmentsApi.upload, { query }, { file, signal: stop.signal, onProgress }));
      remove(id);
    } catch (error) {
      if (!stop.signal.aborted)
        change(id, { failure: error instanceof ApiProblem ? problemText(error) : words.unreachable });
    }
  };
  const begin = (file: File, attach: (upload: Upload) => void): Uploading => {
    const isTooLarge = file.size > UPLOAD_LIMIT;
    return {
      id: newKey(),
      file,
      share: 0,
      failure: isTooLarge ? words.tooLarge(formatBytes(file.size), formatBytes(UPLOAD_LIMIT)) : null,
      mayRetry: !isTooLarge,
      stop: new AbortController(),
      onAttached: attach,
    };
  };
  return {
    uploading,
    add: (files, attach = onAttached) => {
      const added = files.map((file) => begin(file, attach));
      setUploading((all) => [...all, ...added]);
      added.filter(({ mayRetry }) => mayRetry).forEach((one) => void send(one));
    },
    retry: (id) => {
      const one = uploading.find((candidate) => candidate.id === id);
      if (!one) return;
      change(id, { failure: null, share: 0 });
      void send(one);
    },
    remove: (id) => {
      uploading.find((one) => one.id === id)?.stop.abort();
      remove(id);
    },
  };
}
