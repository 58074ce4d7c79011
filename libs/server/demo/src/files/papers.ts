/** One page of text lines as PDF 1.4, in Helvetica; enough for an invoice. Characters outside Latin-1 become `?`. */
export function pdf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line, index) => `1 0 0 1 56 ${780 - index * 18} Tm (${escape(line)}) Tj`).join('\n');
  const content = `BT /F1 11 Tf\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}

function escape(line: string): string {
  return line.replace(/[^\x20-\xff]/g, '?').replace(/[\\()]/g, '\\$&');
}

/** The invoice of an order. `amount`: with its currency, as printed. */
export function invoice({
  seller,
  buyer,
  order,
  item,
  amount,
  date,
}: Record<'seller' | 'buyer' | 'order' | 'item' | 'amount' | 'date', string>): Uint8Array {
  return pdf([
    seller,
    '',
    `Invoice ${order}`,
    `Date: ${date}`,
    `Sold to: ${buyer}`,
    '',
    `1 x ${item}`,
    `Total, VAT included: ${amount}`,
    '',
    'Paid. Thank you for your order.',
  ]);
}

/** What a connected espresso machine writes about its last mornings. */
export function machineLog(serial: string, date: string): Uint8Array {
  const lines = [
    `serial ${serial}  firmware 2.8.1`,
    `${date} 06:41:02 boiler   target 94.0 C  reached 93.8 C  after 412 s`,
    `${date} 06:52:17 pump     9.1 bar  flow 2.2 ml/s`,
    `${date} 06:52:44 pump     4.3 bar  flow 0.6 ml/s  WARNING flow below 1.0`,
    `${date} 06:53:10 valve    E14 pre-infusion valve did not close`,
    `${date} 06:53:11 pump     stopped`,
    `${date} 07:15:38 boiler   target 94.0 C  reached 91.2 C  after 900 s  WARNING slow`,
    `${date} 07:16:05 valve    E14 pre-infusion valve did not close`,
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}
