import './palette-host.css';
import { BareDialog, Skeleton, useActions } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { paletteWords as words } from './palette.words.ts';
import type { PaletteDestinations } from './use-palette-groups.ts';
import { late } from '../../pieces/late/index.ts';

const Palette = late(
  () => import('./palette.tsx'),
  (loaded) => loaded.Palette,
  'at rest',
);

/** Opens the palette on Ctrl/⌘-K, from everywhere but a dialog. It is loaded while the browser rests. */
export function PaletteHost(to: PaletteDestinations) {
  const [isOpen, setOpen] = useState(false);
  useActions([
    {
      id: 'palette.open',
      keys: 'mod+k',
      section: words.section,
      description: words.title,
      run: () => setOpen(true),
      isKeyOnly: true,
    },
  ]);
  return isOpen && <OpenPalette {...to} onClose={() => setOpen(false)} />;
}

function OpenPalette({ onClose, ...to }: PaletteDestinations & { onClose: () => void }) {
  const [typed, type] = useState('');
  const choose = (run: () => void) => {
    onClose();
    // What was chosen may put the focus somewhere: it does so after the dialog has given it back.
    requestAnimationFrame(() => requestAnimationFrame(run));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <BareDialog label={words.title} onClose={onClose}>
      <div className="palette-keys" onKeyDown={onKeyDown}>
        <Suspense fallback={<Early typed={typed} onType={type} />}>
          <Palette {...to} typed={typed} onType={type} onChoose={choose} />
        </Suspense>
      </div>
    </BareDialog>
  );
}

/** Takes the first letters of somebody who is quicker than the network. */
function Early({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  return (
    <>
      <input
        // The palette was opened to be typed into.
        autoFocus
        className="palette-early"
        aria-label={words.title}
        placeholder={words.field}
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <Skeleton rows={6} shape="text" />
    </>
  );
}
