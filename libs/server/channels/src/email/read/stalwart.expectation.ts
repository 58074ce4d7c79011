import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Header = z.object({ name: z.unknown(), value: z.unknown() });
const Body = z.union([z.string(), z.record(z.string(), z.unknown())]);
const Part = z.object({ headers: z.array(Header), body: Body });
const Tree = z.object({
  text_body: z.array(z.number()),
  attachments: z.array(z.number()),
  parts: z.array(Part),
});
type Part = z.infer<typeof Part>;

/** What the collection says a mail holds, in our words. */
export interface ExpectedMail {
  subject: string;
  from: string;
  text: string;
  files: { name: string | null; base64: string | null }[];
}

/** Reads the expectation beside a mail; `stem` is the path without its ending. */
export function expectedMail(stem: string): ExpectedMail {
  const tree = Tree.parse(JSON.parse(readFileSync(`${stem}.json`, 'utf8')));
  const part = (index: number): Part => tree.parts[index] ?? { headers: [], body: '' };
  return {
    subject: textIn(valueOf(part(0), 'subject')),
    from: /"address":"([^"]+)"/.exec(JSON.stringify(valueOf(part(0), 'from') ?? null))?.[1] ?? '',
    text: tree.text_body
      .map((index) => textIn(part(index).body))
      .join('\n')
      .trim(),
    files: tree.attachments.map((index) => ({ name: fileName(part(index)), base64: bytesOf(part(index)) })),
  };
}

function valueOf(part: Part, name: string): unknown {
  return part.headers.findLast((header) => header.name === name)?.value;
}

function textIn(value: unknown): string {
  const parsed = z.object({ Text: z.string() }).safeParse(value);
  return parsed.success ? parsed.data.Text : '';
}

const Attributes = z.object({
  ContentType: z.object({ attributes: z.array(z.object({ name: z.string(), value: z.string() })) }),
});

function fileName(part: Part): string | null {
  const sources = [
    ['content_disposition', 'filename'],
    ['content_type', 'name'],
  ] as const;
  for (const [header, attribute] of sources) {
    const parsed = Attributes.safeParse(valueOf(part, header));
    const found = parsed.success && parsed.data.ContentType.attributes.find(({ name }) => name === attribute);
    if (found) return found.value;
  }
  return null;
}

const Bytes = z.union([z.object({ Binary: z.array(z.number()) }), z.object({ InlineBinary: z.array(z.number()) })]);

function bytesOf(part: Part): string | null {
  const parsed = Bytes.safeParse(part.body);
  if (!parsed.success) return null;
  const bytes = 'Binary' in parsed.data ? parsed.data.Binary : parsed.data.InlineBinary;
  return Buffer.from(bytes).toString('base64');
}
