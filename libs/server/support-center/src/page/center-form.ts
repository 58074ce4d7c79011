/** A file that came with a form, durable in the blob storage. */
export interface StoredFile {
  /** The field that it came in: `case_attachment[attachment]`. */
  field: string;
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** What a form said: values by their flat names, such as `interaction[email]`. */
export class CenterForm {
  private readonly values: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly StoredFile[];
  /** Too many forms with files came from there: those of this one were not kept. */
  readonly filesRefused: boolean;

  constructor(
    entries: readonly (readonly [string, string])[],
    { files = [], filesRefused = false }: { files?: readonly StoredFile[]; filesRefused?: boolean } = {},
  ) {
    const values = new Map<string, string[]>();
    for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
    this.values = values;
    this.files = files;
    this.filesRefused = filesRefused;
  }

  /** The value of a field; '' when it was not sent. */
  get(name: string): string {
    return this.values.get(name)?.at(-1) ?? '';
  }

  /** Every value of a field: ticks of one question. */
  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  names(): string[] {
    return [...this.values.keys()];
  }
}
