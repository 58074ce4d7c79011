import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of what was uploaded, one file each. */
export class MediaFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'media');
    mkdirSync(this.#folder, { recursive: true });
  }

  append(mediaId: string, bytes: Buffer): void {
    appendFileSync(this.#file(mediaId), bytes);
  }

  /** Bytes so far. */
  size(mediaId: string): number {
    return existsSync(this.#file(mediaId)) ? statSync(this.#file(mediaId)).size : 0;
  }

  read(mediaId: string): Buffer | undefined {
    return existsSync(this.#file(mediaId)) ? readFileSync(this.#file(mediaId)) : undefined;
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Ids are digits, so no id can leave the folder. */
  #file(mediaId: string): string {
    return join(this.#folder, mediaId.replace(/\D/g, ''));
  }
}
