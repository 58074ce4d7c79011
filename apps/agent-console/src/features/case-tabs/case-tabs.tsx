import './case-tabs.css';
import { Button, Icon, IconButton, Link, Menu, StatusMark, usePanes, useWidth } from '@bureau/ui';
import { useRef } from 'react';
import type { MouseEvent } from 'react';
import { tabsWords as words } from './case-tabs.words.ts';
import { afterClosing, fitting } from './tab-list.ts';
import { useCaseTabs } from './use-case-tabs.tsx';
import { useTabActions } from './use-tab-actions.ts';
import { useTabFaces, WatchCase } from './use-tab-faces.tsx';
import type { TabFace } from './use-tab-faces.tsx';

/** Pixels that a tab needs to be read. */
const TAB_WIDTH = 132;
const MENU_WIDTH = 56;

export interface CaseTabsProps {
  /** The case in front; null: none. */
  current: number | null;
  /** Whether something unsent lies on a case. */
  hasDraft: (caseId: number) => boolean;
  hrefOf: (caseId: number) => string;
  onOpen: (caseId: number) => void;
  /** A tab was put away. */
  onClose: (caseId: number) => void;
  /** The tab in front was put away and there is no other. */
  onLastClosed: () => void;
}

/** The cases at hand: those that somebody keeps, and at the end the one that the list shows now. */
export function CaseTabs(props: CaseTabsProps) {
  const { isSingle } = usePanes();
  const { open } = useCaseTabs();
  const strip = useRef<HTMLElement>(null);
  const width = useWidth(strip);
  const faces = useTabFaces(props);
  const close = useClose(props, faces);
  const act = { ...props, ids: faces.map(({ caseId }) => caseId), close };
  useTabActions(act);
  const room = Math.floor(width / TAB_WIDTH);
  const isTight = faces.length > room;
  const { shown, hidden } = fitting(
    faces,
    props.current,
    isTight ? Math.floor((width - MENU_WIDTH) / TAB_WIDTH) : room,
  );
  const watched = open.filter(({ caseId }) => caseId !== props.current);
  return (
    <>
      {watched.map(({ caseId }) => (
        <WatchCase key={caseId} caseId={caseId} />
      ))}
      {!isSingle && (
        <nav ref={strip} className="case-tabs" aria-label={words.label} data-empty={faces.length === 0 || undefined}>
          <ul>
            {shown.map((face) => (
              <Tab key={face.caseId} face={face} href={props.hrefOf(face.caseId)} onClose={() => close(face.caseId)} />
            ))}
          </ul>
          {hidden.length > 0 && <MoreTabs hidden={hidden} onOpen={props.onOpen} />}
        </nav>
      )}
    </>
  );
}

function useClose({ current, onOpen, onClose, onLastClosed }: CaseTabsProps, faces: readonly TabFace[]) {
  const tabs = useCaseTabs();
  const ids = faces.map(({ caseId }) => caseId);
  return (caseId: number) => {
    if (caseId === current) {
      const next = afterClosing(ids, caseId);
      if (next === null) onLastClosed();
      else onOpen(next);
    }
    tabs.close(caseId);
    onClose(caseId);
  };
}

function Tab({ face, href, onClose }: { face: TabFace; href: string; onClose: () => void }) {
  const { keep } = useCaseTabs();
  const { caseId, title, status, isCurrent, isKept, isGone } = face;
  const closeByWheel = (event: MouseEvent) => {
    if (event.button !== 1) return;
    event.preventDefault();
    onClose();
  };
  const hint = isGone ? words.gone : isKept ? title : `${title}. ${words.preview}`;
  return (
    <li
      className="case-tab"
      data-current={isCurrent || undefined}
      data-preview={!isKept || undefined}
      onAuxClick={closeByWheel}
      onDoubleClick={() => keep(caseId, title)}
      title={hint}
    >
      <Link href={href} quiet className="case-tab-link" aria-current={isCurrent ? 'page' : undefined}>
        {isGone && <Icon name="alert" size={14} label={words.gone} />}
        {status && <StatusMark status={status} compact />}
        <span className="case-tab-title bu-truncate">
          <span className="bu-figures">#{caseId}</span> {title}
        </span>
        <TabSigns face={face} />
      </Link>
      <IconButton
        icon="close"
        size="small"
        className="case-tab-close"
        label={words.close(`#${caseId}`)}
        keys={isCurrent ? 'w' : undefined}
        onPress={onClose}
      />
    </li>
  );
}

function TabSigns({ face: { hasNews, hasDraft } }: { face: TabFace }) {
  return (
    <>
      {hasDraft && (
        <span className="case-tab-draft" title={words.draft}>
          <Icon name="pencil" size={12} label={words.draft} />
        </span>
      )}
      {hasNews && (
        <span className="case-tab-news" title={words.news}>
          <span className="bu-hidden">{words.news}</span>
        </span>
      )}
    </>
  );
}

/** The tabs for which there is no room. */
function MoreTabs({ hidden, onOpen }: { hidden: readonly TabFace[]; onOpen: (caseId: number) => void }) {
  const hasNews = hidden.some((face) => face.hasNews);
  const label = hasNews ? `${words.more(hidden.length)}, ${words.moreNews}` : words.more(hidden.length);
  const actions = hidden.map((face) => ({
    id: String(face.caseId),
    label: `#${face.caseId} ${face.title}`,
    detail: detailOf(face),
    onAction: () => onOpen(face.caseId),
  }));
  return (
    <Menu
      label={words.more(hidden.length)}
      placement="bottom end"
      groups={[{ id: 'tabs', actions }]}
      trigger={
        <Button variant="quiet" size="small" className="case-tabs-more" aria-label={label}>
          {hasNews && <span className="case-tab-news" />}
          <span className="bu-figures">+{hidden.length}</span>
          <Icon name="chevron-down" size={12} />
        </Button>
      }
    />
  );
}

function detailOf({ isGone, hasNews, hasDraft }: TabFace): string | undefined {
  const said = [isGone && words.gone, hasNews && words.news, hasDraft && words.draft].filter((one) => one !== false);
  return said.length === 0 ? undefined : said.join(' · ');
}
