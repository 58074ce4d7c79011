import './shortcut-sheet.css';
import { Kbd } from '../kbd/kbd.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { hasKeys, type Action } from './shortcut-table.ts';

export interface ShortcutSheetProps {
  isOpen: boolean;
  onClose: () => void;
  actions: readonly Action[];
}

/** All shortcuts under their sections: what holds everywhere first, then the sections by name. */
export function ShortcutSheet({ isOpen, onClose, actions }: ShortcutSheetProps) {
  const words = useUiWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.shortcuts} size="wide" isReading>
      <div className="bu-shortcuts">
        {isOpen &&
          sectionsOf(actions, words.general).map(({ section, rows }) => (
            <section key={section} className="bu-shortcuts-section">
              <h3 className="bu-shortcuts-title">{section}</h3>
              <dl className="bu-shortcuts-list">
                {rows.map(({ description, keys }) => (
                  <div key={description} className="bu-shortcuts-row">
                    <dt>{description}</dt>
                    <dd>
                      {keys.map((one, index) => (
                        <span key={one}>
                          {index > 0 && <span className="bu-shortcuts-or">{words.or}</span>}
                          <Kbd keys={one} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <p className="bu-shortcuts-writing">{words.shortcutsWhileWriting}</p>
    </Dialog>
  );
}

interface Section {
  section: string;
  rows: { description: string; keys: string[] }[];
}

/** What does the same has one row with all its keys. */
function sectionsOf(actions: readonly Action[], general: string): Section[] {
  const bySection = Map.groupBy(actions.filter(hasKeys), ({ section }) => section);
  return [...bySection]
    .map(([section, shortcuts]) => {
      const byWords = Map.groupBy(shortcuts, ({ description }) => description);
      const rows = [...byWords].map(([description, same]) => ({ description, keys: same.map(({ keys }) => keys) }));
      return { section, rows };
    })
    .sort(
      (a, b) => Number(b.section === general) - Number(a.section === general) || a.section.localeCompare(b.section),
    );
}
