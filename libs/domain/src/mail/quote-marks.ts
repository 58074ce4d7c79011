/** How mail programs in many languages announce that what follows was written before. Pure tables, no decisions. */

/** `Ana wrote`, in the form that ends an attribution line. */
const WROTE = [
  ...['wrote', 'writes', 'schrieb', 'geschrieben', 'a écrit', 'écrit', 'escribió', 'escribio', 'ha scritto', 'scrisse'],
  ...['schreef', 'heeft geschreven', 'skrev', 'kirjoitti', 'escreveu', 'escrita', 'napisał', 'napisał(a)', 'napisała'],
  ...[
    'napsal',
    'napsal(a)',
    'napsala',
    'napísal',
    'napísal(a)',
    'írta',
    'a scris',
    'написал',
    'написал(а)',
    'написала',
  ],
  ...['пишет', 'писал', 'написав', 'έγραψε', 'yazdı', 'şunları yazdı', 'viết', 'menulis', 'va escriure', 'je napisao'],
  ...['寫道', '写道', '写到', '書きました', 'のメッセージ', '작성', 'כתב', 'كتب'],
];

/** First words of an attribution; they make a line without an address believable. */
const OPENERS =
  /^(?:on|am|le|el|il|in data|op|em|den|dne|dňa|w dniu|dnia|pe|tir|man|ons|tor|fre|lør|søn|в|ср|пн|вт|чт|пт|сб|вс|ma|ti|ke|to|la|su|vào|pada|στις|在|於)[\s.,]/iu;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `… wrote:` at the end; the colon may be missing, or stand after the address. */
const ENDS_WITH_WROTE = new RegExp(`(?:^|[\\s>)\\d"])(?:${WROTE.map(escape).join('|')})\\s*[:：]?\\s*$`, 'iu');
const WROTE_BEFORE_NAME = new RegExp(`\\s(?:schrieb|skrev|schreef|kirjoitti|napisał|yazdı)\\s.{1,120}[:：]\\s*$`, 'iu');

const YEAR_OR_TIME = /(?:\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b)/u;
const ADDRESS = /[^\s<>()"']+@[^\s<>()"']+/u;

/** No mark is longer, even with a link in it. The expressions below would take minutes for a line made to cost (S9). */
const LONGEST_MARK = 2000;
const LONGEST_DIVIDER = 200;

/** Whether the text, one to four lines joined, says who wrote what follows and when. */
export function isAttribution(text: string): boolean {
  if (text.length > LONGEST_MARK) return false;
  const line = text.replace(/^[\s-]+|[\s-]+$/g, '');
  if (line.length > 400 || !/\d/.test(line)) return false;
  const dated = YEAR_OR_TIME.test(line);
  const wrote = ENDS_WITH_WROTE.test(line);
  if (wrote && (ADDRESS.test(line) || (OPENERS.test(line) && /\d/.test(line)))) return true;
  if (WROTE_BEFORE_NAME.test(line) && dated) return true;
  return dated && ADDRESS.test(line) && /^[^>].*[:：]$/su.test(line) && !/^[^\s:]{1,20}\s?:\s/u.test(line);
}

const DATE_FIRST = /^(?!(?:at|um|kl|klo|om|alle|às|ore|o|v)\b)(?:\p{L}{2,10}\.?,?\s+)?\d{1,4}[\s./:-]/u;

/** Whether a line looks like the first one of an attribution. */
export function startsAttribution(line: string): boolean {
  if (line.length > LONGEST_MARK) return false;
  const text = line.replace(/^[\s-]+/, '');
  return /\d/.test(text) && (OPENERS.test(text) || DATE_FIRST.test(text));
}

const MESSAGE_WORDS = [
  ...[
    'message',
    'messages',
    'mail',
    'e-mail',
    'nachricht',
    'bericht',
    'mensaje',
    'mensagem',
    'messaggio',
    'meddelande',
  ],
  ...[
    'meddelelse',
    'besked',
    'melding',
    'viesti',
    'wiadomość',
    'wiadomo',
    'zpráva',
    'správa',
    'üzenet',
    'mesaj',
    'ileti',
  ],
  ...[
    'сообщение',
    'письмо',
    'повідомлення',
    'μήνυμα',
    'missatge',
    'poruka',
    'thư',
    'pesan',
    '邮件',
    '郵件',
    'メッセージ',
    '메시지',
  ],
];
const RULED = new RegExp(
  `^\\s*[-_=*–—]{2,}\\s*[^-_=]{0,40}(?:${MESSAGE_WORDS.map(escape).join('|')})[^-_=]{0,40}\\s*[-_=*–—]{2,}\\s*$`,
  'iu',
);
const APPLE_FORWARD =
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|vidarebefordrat brev|begin doorgestuurd bericht)\s*:?\s*$/iu;

/** `-----Original Message-----`, `---------- Forwarded message ---------`, `Begin forwarded message:`. */
export function isDivider(line: string): boolean {
  if (line.length > LONGEST_DIVIDER) return false;
  return RULED.test(line) || APPLE_FORWARD.test(line.trim());
}

const FROM =
  'from|von|de|van|da|från|fra|lähettäjä|od|от|від|od kogo|feladó|gönderen|kimden|από|发件人|寄件者|差出人|보낸 사람';
const SENT =
  'sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviado em|inviato|verzonden|skickat|sendt|lähetetty|wysłano|odesláno|отправлено|发送时间|送信日時';
const DATED = `${SENT}|date|datum|fecha|data|dato|päivämäärä|дата|дата и время|message du|日期`;
const TO = 'to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|címzett|alıcı|kime|收件人|宛先|받는 사람';
const SUBJECT =
  'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|tárgy|konu|θέμα|主题|主旨|件名|제목|sujet|re';

const field = (names: string): RegExp => new RegExp(`^[\\s>*_]*(?:${names})\\s?\\*?[:：]`, 'iu');
const FIELDS = {
  from: field(FROM),
  sent: field(SENT),
  dated: field(DATED),
  to: field(TO),
  subject: field(SUBJECT),
};

/**
 * Whether lines begin with the header block that Outlook and others put above a quoted mail: From or a date first,
 * then at least two more fields, with a subject, a time of sending or an address, so that "From: Berlin, To: Paris" stays a person's words.
 */
export function startsHeaderBlock(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  if (lines.some((line) => line.length > LONGEST_MARK)) return false;
  if (!FIELDS.from.test(first) && !FIELDS.dated.test(first)) return false;

  const block = lines.slice(0, 9);
  const end = block.findIndex((line, index) => index > 0 && line.trim() === '' && block[index + 1]?.trim() === '');
  const near = end < 0 ? block : block.slice(0, end);
  const has = (pattern: RegExp) => near.some((line) => pattern.test(line));
  const kinds = [FIELDS.from, FIELDS.dated, FIELDS.to, FIELDS.subject].filter(has).length;
  return (
    has(FIELDS.from) &&
    kinds >= 3 &&
    (has(FIELDS.subject) || has(FIELDS.sent) || near.some((line) => ADDRESS.test(line)))
  );
}

const SENT_FROM =
  /^(?:sent (?:from|via|with|using)|get outlook for|gesendet (?:von|mit|über)|von meinem .{1,30} gesendet|envoyé (?:de(?:puis)?|à partir)|enviado (?:desde|do|de|a partir)|inviato da|verzonden (?:vanaf|van|via|met)|skickat från|sendt fra|lähetetty|отправлено (?:с|из)|wysłan[eoy] z|odesláno z|iphone'?dan gönderildi|发自我的|從我的|iphoneから送信|나의 .{1,20}에서 보냄)/iu;
const DEVICE =
  /\b(?:iphone|ipad|ios|android|samsung|galaxy|huawei|xiaomi|nokia|lumia|windows (?:phone|mail|10|11)|blackberry|outlook|gmail|yahoo|proton|mail\.ru|typeapp|bluemail|thunderbird|spark|mailbird|mobile|mobil|móvil|mobiele|mobiltelefon|smartphone|phone|handy|tablet|téléphone|portable|telefon|wiko|htc|sony|motorola|pixel|oneplus|verizon|device|aol|workspace|zoho|mailo)\b/iu;

/** `Sent from my iPhone` and its kind: short, names a device or program, and is no sentence. */
export function isDeviceLine(line: string): boolean {
  if (line.length > LONGEST_MARK) return false;
  const text = line
    .trim()
    .replace(/<[^<>]*>|\(https?:[^)]*\)|\[https?:[^\]]*\]|https?:\S+/g, '')
    .trim();
  return text.length > 0 && text.length <= 70 && !/[,;?]/.test(text) && SENT_FROM.test(text) && DEVICE.test(text);
}

/** `-- ` of RFC 3676 §4.3, also without its space, and the underscores of mailing lists. */
export function isSignatureMark(line: string): boolean {
  return /^(?:--|__)\s*$/u.test(line) || /^_{20,}\s*$/u.test(line);
}

/** A line of nothing but rules, which belongs to what follows it. */
export function isRule(line: string): boolean {
  return /^\s*[-_=*–—]{3,}\s*$/u.test(line);
}

/** Quoted by `>`, at any depth; a lone `>:` is the wrapped end of an address in an attribution. */
export function isQuoted(line: string): boolean {
  return /^\s{0,3}>/u.test(line) && !/^\s*>\s*[:：]\s*$/u.test(line);
}
