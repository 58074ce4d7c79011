import type { FileKind } from '../content/story.ts';
import type { Chance } from '../history/chance.ts';
import type { MailFile } from '../history/write-mail.ts';
import { invoice, machineLog } from './papers.ts';
import { photo } from './photos.ts';

export interface FileFacts {
  chance: Chance;
  at: Date;
  seller: string;
  buyer: string;
  facts: Record<string, string>;
}

/** A file that fits its story. */
export function attach(kind: FileKind, { chance, at, seller, buyer, facts }: FileFacts): MailFile {
  const date = at.toISOString().slice(0, 10);
  const { order = '', item = 'Goods as ordered', amount = '48.00 GBP' } = facts;
  switch (kind) {
    case 'invoice':
      return {
        fileName: `invoice-${order}.pdf`,
        contentType: 'application/pdf',
        content: invoice({ seller, buyer, order, item, amount, date }),
      };
    case 'log':
      return {
        fileName: `machine-${date}.log`,
        contentType: 'text/plain',
        content: machineLog(`KS-${facts['number'] ?? ''}`, date),
      };
    default: {
      const fileName = `IMG_${date.replaceAll('-', '')}_${chance.int(100_000, 235_959)}.png`;
      return { fileName, contentType: 'image/png', content: photo(kind, chance) };
    }
  }
}
