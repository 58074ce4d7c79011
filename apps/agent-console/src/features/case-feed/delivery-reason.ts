/** Why a message did not arrive, as far as the receiver's words tell. */
export type DeliveryReason =
  'no-such-address' | 'mailbox-full' | 'too-large' | 'refused' | 'unreachable' | 'busy' | 'other';

/** Enhanced status codes (RFC 3463) and, without them, the words that mail servers use; the first that fits wins. */
const signs: readonly [RegExp, DeliveryReason][] = [
  [
    /\b[45]\.1\.(?:1|2|3|6|10)\b|user unknown|no such (?:user|address|recipient|mailbox)|does not exist|invalid recipient|unknown recipient/i,
    'no-such-address',
  ],
  [/\b[45]\.2\.2\b|(?:mailbox|quota).{0,20}(?:full|exceeded)|over quota/i, 'mailbox-full'],
  [/\b[45]\.(?:3\.4|2\.3)\b|too (?:large|big)|exceeds.{0,30}size|size limit/i, 'too-large'],
  [/\b5\.7\.\d+\b|spam|blocked|black ?list|policy|denied|rejected|not authori[sz]ed/i, 'refused'],
  [
    /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EDNS|timed? ?out|connection (?:refused|closed|lost)|could not (?:be reached|connect)/i,
    'unreachable',
  ],
  [/^\s*4\d\d\b|\b4\.\d\.\d+\b|try again|greylist|temporar/i, 'busy'],
];

export function reasonOf(response: string): DeliveryReason {
  return signs.find(([sign]) => sign.test(response))?.[1] ?? 'other';
}
