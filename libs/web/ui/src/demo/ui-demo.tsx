import './demo.css';
import type { ReactNode } from 'react';
import { Link } from '../button/link.tsx';
import { ThemeMenu } from '../theme/theme-menu.tsx';
import { ButtonsDemo } from './buttons-demo.tsx';
import { ChoicesDemo } from './choices-demo.tsx';
import { FeedbackDemo, StatesDemo } from './feedback-demo.tsx';
import { FieldsDemo } from './fields-demo.tsx';
import { ColoursDemo, IconsDemo, TypeDemo } from './ground-demo.tsx';
import { MarksDemo, TimesDemo } from './marks-demo.tsx';
import { OverlaysDemo } from './overlays-demo.tsx';
import { PanesDemo } from './panes-demo.tsx';
import { ShortcutsDemo } from './shortcuts-demo.tsx';
import { TableDemo, TabsDemo } from './table-demo.tsx';

const sections: readonly { id: string; title: string; content: ReactNode }[] = [
  { id: 'colours', title: 'Colours', content: <ColoursDemo /> },
  { id: 'type', title: 'Type', content: <TypeDemo /> },
  { id: 'icons', title: 'Icons', content: <IconsDemo /> },
  { id: 'buttons', title: 'Buttons and links', content: <ButtonsDemo /> },
  { id: 'fields', title: 'Fields', content: <FieldsDemo /> },
  { id: 'choices', title: 'Choices', content: <ChoicesDemo /> },
  { id: 'marks', title: 'Marks and people', content: <MarksDemo /> },
  { id: 'times', title: 'Times', content: <TimesDemo /> },
  { id: 'states', title: 'Empty, loading, error', content: <StatesDemo /> },
  { id: 'feedback', title: 'Banners, progress, toasts', content: <FeedbackDemo /> },
  { id: 'overlays', title: 'Menus, dialogs, tool tips', content: <OverlaysDemo /> },
  { id: 'tabs', title: 'Tabs', content: <TabsDemo /> },
  { id: 'table', title: 'Table', content: <TableDemo /> },
  { id: 'panes', title: 'Panes', content: <PanesDemo /> },
  { id: 'shortcuts', title: 'Shortcuts', content: <ShortcutsDemo /> },
];

/** Every component in every state, to be looked at in each theme. Needs a UiProvider around it. */
export function UiDemo() {
  return (
    <div className="bu-demo">
      <nav className="bu-demo-nav" aria-label="Sections">
        {sections.map(({ id, title }) => (
          <Link key={id} quiet href={`#${id}`}>
            {title}
          </Link>
        ))}
      </nav>
      <main className="bu-demo-main">
        <header className="bu-demo-head">
          <h1>Bureau components</h1>
          <ThemeMenu />
        </header>
        {sections.map(({ id, title, content }) => (
          <section key={id} id={id} className="bu-demo-section" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </main>
    </div>
  );
}
