import { attachmentsApi } from '@bureau/contracts';
import type { Upload } from '@bureau/contracts';
import { ApiProblem, useClient } from '@bureau/client';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';

/** A file on its way to the desk. */
export interface Uploading {
  id: string;
  file: File;
  /** 0 to 1. */
  share: number;
  /** Why it is not attached; null while it is under way. */
  failure: string | null;
  stop: AbortController;
}

export interface Uploads {
  /** Those that are not attached yet. */
  uploading: readonly Uploading[];
  add: (files: readonly File[]) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
}

/** Takes files to the desk; each that has arrived is handed to `onAttached`. `words` are for a desk out of reach. */
export function useUploads(onAttached: (upload: Upload) => void, words: { unreachable: string }): Uploads {
  const client = useClient();
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const change = (id: string, changes: Partial<Uploading>) =>
    setUploading((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const remove = (id: string) => setUploading((all) => all.filter((one) => one.id !== id));

  const send = async ({ id, file, stop }: Uploading) => {
    const query = { fileName: file.name, contentType: file.type || undefined };
    const onProgress = (share: number) => change(id, { share });
    try {
      onAttached(await client.upload(attachmentsApi.upload, { query }, { file, signal: stop.signal, onProgress }));
      remove(id);
    } catch (error) {
      if (!stop.signal.aborted)
        change(id, { failure: error instanceof ApiProblem ? error.message : words.unreachable });
    }
  };
  return {
    uploading,
    add: (files) => {
      const added = files.map((file) => anUploading(file));
      setUploading((all) => [...all, ...added]);
      added.forEach((one) => void send(one));
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

function anUploading(file: File): Uploading {
  return { id: newKey(), file, share: 0, failure: null, stop: new AbortController() };
}
