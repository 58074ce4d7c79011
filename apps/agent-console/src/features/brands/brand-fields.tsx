import { TextArea, TextField } from '@bureau/ui';
import { brandWords as words } from './brands.words.ts';

export interface BrandFields {
  name: string;
  slug: string;
  signature: string;
}

export interface BrandInputsProps {
  values: BrandFields;
  set: (changes: Partial<BrandFields>) => void;
  errorOf: (path: string) => string | undefined;
}

/** What a brand is called, and what stands below every answer; with how that looks to a customer. */
export function BrandInputs({ values, set, errorOf }: BrandInputsProps) {
  return (
    <>
      <TextField
        label={words.name}
        help={words.nameHelp}
        isRequired
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <TextField
        label={words.slug}
        help={words.slugHelp}
        isRequired
        validationBehavior="aria"
        value={values.slug}
        onChange={(slug) => set({ slug })}
        error={errorOf('slug')}
      />
      <div className="brand-signature">
        <TextArea
          label={words.signature}
          help={words.signatureHelp}
          validationBehavior="aria"
          rows={6}
          value={values.signature}
          onChange={(signature) => set({ signature })}
          error={errorOf('signature')}
        />
        <Preview signature={values.signature} />
      </div>
    </>
  );
}

/** An answer as a customer gets it, with the signature where mail programs look for it (RFC 3676 §4.3). */
function Preview({ signature }: { signature: string }) {
  return (
    <figure className="brand-preview">
      <figcaption className="bu-field-label">{words.preview}</figcaption>
      <div>
        <p>{words.sampleAnswer}</p>
        {signature.trim() === '' ? (
          <p className="brand-quiet">{words.noSignature}</p>
        ) : (
          <p className="brand-preview-signature">{`-- \n${signature.trim()}`}</p>
        )}
      </div>
    </figure>
  );
}

/** The word for addresses that a name suggests: lower case, no accents, hyphens between the words. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
