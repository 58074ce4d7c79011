import { textOfHtml } from '../placeholders/text-of-html.ts';

const SHOWN = 60;
/** A word is cut rather than that more than so many characters get lost. */
const LOST_AT_MOST = 15;

/** The beginning of a text in quotation marks, as one reads it: no formatting, and «…» where a value will stand. */
export function beginning(text: string, [open, close]: readonly [string, string]): string {
  return `${open}${shortened(readable(text))}${close}`;
}

/** What stands between the tags of placeholders is said under some condition: it is shown. */
function readable(text: string): string {
  return textOfHtml(text)
    .replace(/\{%.*?%\}/gs, ' ')
    .replace(/\{\{.*?\}\}/gs, '…')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/…(?: ?…)+/g, '…')
    .replace(/ ([,;.!?])/g, '$1')
    .trim();
}

function shortened(words: string): string {
  const characters = [...words];
  if (characters.length <= SHOWN) return words;
  const cut = characters.slice(0, SHOWN - 1).join('');
  const space = cut.lastIndexOf(' ');
  const whole = space >= cut.length - LOST_AT_MOST ? cut.slice(0, space) : cut;
  return `${whole.replace(/[\s…,;:–-]+$/, '')}…`;
}
