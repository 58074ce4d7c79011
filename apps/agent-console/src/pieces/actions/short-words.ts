import type { Action } from '@bureau/contracts';
import { textOfHtml } from '@bureau/domain';

/** What somebody wrote in an action, as far as a line of it can show; empty when nothing is written. */
export function shortWordsOf(action: Action): string {
  switch (action.type) {
    case 'set-subject':
      return action.subject;
    case 'set-description':
      return action.description;
    case 'set-custom-fields':
      return Object.entries(action.values)
        .map(([key, value]) => `${key}: ${value ?? '–'}`)
        .join(', ');
    case 'add-note':
    case 'quick-reply':
      return inOneLine(textOfHtml(action.html));
    case 'send-email':
      return action.subject;
    case 'post-to-chatter':
      return action.text;
    default:
      return '';
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
