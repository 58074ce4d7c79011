import { placeholdersFor } from '@bureau/domain';
import type { PlaceholderPlace } from '@bureau/domain';
import { PlaceholderField } from '../../pieces/placeholders/index.ts';

interface SourceFieldProps {
  place: PlaceholderPlace;
  label: string;
  help: string;
  rows: number;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

const BLOCKS: Record<PlaceholderPlace, readonly string[]> = {
  reply: ['message', 'signature', 'history'],
  forward: ['message', 'signature', 'history'],
  acknowledgement: ['signature'],
  signature: [],
  action: [],
  post: [],
  address: [],
};

/** The source of a template or signature, with the placeholders that may stand in it. */
export function SourceField({ place, ...field }: SourceFieldProps) {
  const names = placeholdersFor(place);
  const isOpen = place !== 'acknowledgement';
  const offered = { offers: (name: string) => names.includes(name), blocks: BLOCKS[place], withFields: isOpen };
  return <PlaceholderField {...field} offered={offered} hasHint={isOpen} isSource />;
}
