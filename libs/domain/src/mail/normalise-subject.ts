/**
 * Reply and forward marks that mail programs put before a subject, by language. Order does not matter; the colon may be
 * full width, a count may follow (`Re[2]:`, `AW(3):`, `Re^2:`).
 */
const MARKS = [
  ...['re', 'fw', 'fwd', 'reply', 'forward'],
  ...['aw', 'antw', 'wg', 'weitergeleitet'], // German, Dutch
  ...['antwort', 'doorst', 'betr'],
  ...['sv', 'vs', 'vb', 'vl', 'vid', 'vedr', 'ang', 'videresend', 'videresendt'], // Nordic
  ...['svar', 'vidarebefordrat', 'vidaresänt'],
  ...['réf', 'ref', 'rép', 'rep', 'tr', 'trans', 'transf', 'transfert'], // French
  ...['rv', 'res', 'resp', 'enc', 'reenv', 'respuesta'], // Spanish, Portuguese
  ...['r', 'rif', 'i', 'inoltra', 'inoltro'], // Italian
  ...['odp', 'pd', 'odg', 'prosl', 'atb', 'ats', 'atsiliepimas', 'vá', 'továbbítás', 'továbbítva'], // Slavic, Baltic, Hungarian
  ...['ynt', 'ilt', 'i̇lt', 'yönlendirme', 'yan'], // Turkish
  ...['απ', 'σχετ', 'πρθ'], // Greek
  ...['на', 'отв', 'ответ', 'пересл', 'fwd'], // Cyrillic
  ...[
    '回复',
    '回覆',
    '答复',
    '转发',
    '轉寄',
    '轉發',
    '返信',
    '転送',
    '답장',
    '전달',
    'בעניין',
    'תגובה',
    'הועבר',
    'رد',
    'إعادة',
  ],
  ...['bls', 'trả lời', 'chuyển tiếp'], // Indonesian, Vietnamese
];

const LETTERS = [...new Set(MARKS)].sort((a, b) => b.length - a.length).join('|');
const MARK = new RegExp(`^(?:${LETTERS})\\s?(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+|\\*\\d+|\\d{1,2})?\\s?[:：]\\s*`, 'iu');
const TAG = /^\[(?:ext|extern|external|spam|suspect)\]\s*/i;

/**
 * The subject without reply and forward marks in any language, without warning tags of gateways, space folded. Case is
 * kept; compare with `sameSubject`.
 */
export function normaliseSubject(subject: string): string {
  let rest = subject.normalize('NFC').replace(/\s+/g, ' ').trim();
  for (;;) {
    const shorter = rest.replace(TAG, '').replace(MARK, '').trimStart();
    if (shorter === rest) return rest.trimEnd();
    rest = shorter;
  }
}

/** Whether two subjects name the same thing once marks, letter case and outer space are gone. */
export function sameSubject(one: string, other: string): boolean {
  return normaliseSubject(one).toLowerCase() === normaliseSubject(other).toLowerCase();
}
