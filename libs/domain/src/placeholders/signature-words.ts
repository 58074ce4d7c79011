import { fillText } from './fill.ts';
import type { PlaceholderValues } from './placeholder-values.ts';
import { readPlaceholders } from './read-placeholders.ts';

const USERS_OWN = 'current_user.signature';

/**
 * What stands below the words of a mail: the signature of its brand with its placeholders filled; the writer's own
 * stands above it, unless the brand's says where it goes. Plain text; empty when neither says anything.
 */
export function signatureWords(signature: string, values: PlaceholderValues): string {
  const own = values.get(USERS_OWN)?.trim() ?? '';
  const named = readPlaceholders(signature).some((piece) => piece.kind === 'placeholder' && piece.name === USERS_OWN);
  const brands = fillText(signature, values).trim();
  return named || own === '' ? brands : [own, brands].filter((part) => part !== '').join('\n\n');
}
