import './shortcut-sheet.css';
import { Kbd } from '../kbd/kbd.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import type { Shortcut } from './shortcut-table.ts';

export interface ShortcutSheetProps {
  isOpen: boolean;
  onClose: () => void;
  shortcuts: readonly Shortcut[];
}

/** All shortcuts under their sections, in the order they were added. */
export function ShortcutSheet({ isOpen, onClose, shortcuts }: ShortcutSheetProps) {
  const words = useUiWords();
  const sections = Map.groupBy(shortcuts, ({ section }) => section);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.shortcuts} size="wide">
      <div className="bu-shortcuts">
        {[...sections].map(([section, rows]) => (
          <section key={section} className="bu-shortcuts-section">
            <h3 className="bu-shortcuts-title">{section}</h3>
            <dl className="bu-shortcuts-list">
              {rows.map(({ id, keys, description }) => (
                <div key={id} className="bu-shortcuts-row">
                  <dt>{description}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
