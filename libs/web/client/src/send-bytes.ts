import { Offline } from './problems.ts';

export interface BytesRequest {
  url: string;
  method: string;
  file: Blob;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

export interface BytesAnswer {
  status: number;
  body: string;
}

export type SendBytes = (request: BytesRequest) => Promise<BytesAnswer>;

/** Sends bytes and reports how much has left. XMLHttpRequest, because fetch does not tell the progress of a request body. */
export const sendBytes: SendBytes = ({ url, method, file, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = () => reject(new Offline());
    request.ontimeout = () => reject(new Offline());
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
